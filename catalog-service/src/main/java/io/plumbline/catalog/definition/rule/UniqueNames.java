package io.plumbline.catalog.definition.rule;

import io.plumbline.catalog.definition.Definition;
import io.plumbline.catalog.definition.DefinitionFault;
import io.plumbline.catalog.definition.Definitions;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A name means one thing. Metrics and dimensions share their names' space: both become columns of an answer. */
final class UniqueNames implements Rule {
    @Override
    public void check(Definitions definitions, Consumer<DefinitionFault> faults) {
        unique(definitions.entities(), Entity::name, faults);
        unique(definitions.dimensions(), DimensionDefinition::name, faults);
        unique(definitions.metrics(), MetricDefinition::id, faults);
        Set<String> dimensions = definitions.dimensions().stream()
                .map(definition -> definition.value().name())
                .collect(Collectors.toSet());
        for (Definition<MetricDefinition> metric : definitions.metrics()) {
            if (dimensions.contains(metric.value().name())) {
                faults.accept(new DefinitionFault(metric.file(), "/name", "a dimension has the same name"));
            }
        }
    }

    private static <T> void unique(
            List<Definition<T>> definitions, Function<T, String> name, Consumer<DefinitionFault> faults) {
        var seen = new HashSet<String>();
        for (Definition<T> definition : definitions) {
            String text = name.apply(definition.value());
            if (!seen.add(text)) {
                faults.accept(new DefinitionFault(definition.file(), "/name", text + " is defined twice"));
            }
        }
    }
}
