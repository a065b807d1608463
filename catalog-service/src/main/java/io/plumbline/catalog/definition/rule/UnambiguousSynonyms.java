package io.plumbline.catalog.definition.rule;

import io.plumbline.catalog.definition.Definition;
import io.plumbline.catalog.definition.DefinitionFault;
import io.plumbline.catalog.definition.Definitions;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Words in a question lead to one thing: no synonym is another's synonym or name. Versions of a metric may share. */
final class UnambiguousSynonyms implements Rule {
    @Override
    public void check(Definitions definitions, Consumer<DefinitionFault> faults) {
        var owners = new HashMap<String, String>();
        for (Definition<MetricDefinition> it : definitions.metrics()) {
            owners.put(words(it.value().name()), it.value().name());
        }
        for (Definition<DimensionDefinition> it : definitions.dimensions()) {
            owners.put(words(it.value().name()), it.value().name());
        }
        for (Definition<MetricDefinition> it : definitions.metrics()) {
            claim(owners, it.file(), it.value().name(), it.value().synonyms(), faults);
        }
        for (Definition<DimensionDefinition> it : definitions.dimensions()) {
            claim(owners, it.file(), it.value().name(), it.value().synonyms(), faults);
        }
    }

    private static void claim(
            Map<String, String> owners,
            String file,
            String name,
            List<String> synonyms,
            Consumer<DefinitionFault> faults) {
        for (int i = 0; i < synonyms.size(); i++) {
            String synonym = synonyms.get(i);
            String owner = owners.putIfAbsent(synonym, name);
            if (owner != null && !owner.equals(name)) {
                String place = "/synonyms/" + i;
                faults.accept(new DefinitionFault(
                        file, place, "the word \"" + synonym + "\" of " + name + " already leads to " + owner));
            }
        }
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }
}
