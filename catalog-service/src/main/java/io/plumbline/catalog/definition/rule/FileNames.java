package io.plumbline.catalog.definition.rule;

import io.plumbline.catalog.definition.Definition;
import io.plumbline.catalog.definition.DefinitionFault;
import io.plumbline.catalog.definition.Definitions;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.function.Consumer;

/** A metric is found by its name: {@code metrics/<category>/<name>.yaml} or {@code <name>@<major>.yaml}. */
final class FileNames implements Rule {
    @Override
    public void check(Definitions definitions, Consumer<DefinitionFault> faults) {
        for (Definition<MetricDefinition> definition : definitions.metrics()) {
            MetricDefinition metric = definition.value();
            String stem = "metrics/" + metric.category() + "/" + metric.name();
            String versioned = stem + "@" + metric.majorVersion() + ".yaml";
            if (!definition.file().equals(stem + ".yaml") && !definition.file().equals(versioned)) {
                faults.accept(new DefinitionFault(
                        definition.file(), "", "the file must be " + stem + ".yaml or " + versioned));
            }
        }
    }
}
