package io.plumbline.catalog.definition.rule;

import io.plumbline.catalog.definition.Definition;
import io.plumbline.catalog.definition.DefinitionFault;
import io.plumbline.catalog.definition.Definitions;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** No metric is made of itself, neither directly nor through others. */
final class DependenciesHaveNoCycle implements Rule {
    @Override
    public void check(Definitions definitions, Consumer<DefinitionFault> faults) {
        for (Definition<MetricDefinition> metric : definitions.metrics()) {
            var reached = new HashSet<String>();
            collect(definitions, metric.value(), reached);
            if (reached.contains(metric.value().name())) {
                faults.accept(new DefinitionFault(metric.file(), "/computation", "the metric is made of itself"));
            }
        }
    }

    private static void collect(Definitions definitions, MetricDefinition metric, Set<String> reached) {
        for (String name : Dependencies.of(metric)) {
            if (reached.add(name)) {
                definitions.versionsOf(name).forEach(version -> collect(definitions, version, reached));
            }
        }
    }
}
