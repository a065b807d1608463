package io.plumbline.catalog.definition.rule;

import io.plumbline.catalog.definition.Definition;
import io.plumbline.catalog.definition.DefinitionFault;
import io.plumbline.catalog.definition.Definitions;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import java.util.function.Consumer;

/** What a metric is made of, or replaced by, can be queried; the parts of a composite have a value for each sprint. */
final class DependenciesExist implements Rule {
    @Override
    public void check(Definitions definitions, Consumer<DefinitionFault> faults) {
        for (Definition<MetricDefinition> metric : definitions.metrics()) {
            Consumer<String> report =
                    message -> faults.accept(new DefinitionFault(metric.file(), "/computation", message));
            for (String name : Dependencies.of(metric.value())) {
                check(metric.value(), name, active(definitions, name), report);
            }
            String successor = metric.value().replacedBy();
            if (successor != null
                    && active(definitions, successor.replaceFirst("@.*", "")).isEmpty()) {
                faults.accept(
                        new DefinitionFault(metric.file(), "/replaced_by", "there is no active metric " + successor));
            }
        }
    }

    private static void check(
            MetricDefinition metric, String name, List<MetricDefinition> versions, Consumer<String> report) {
        if (versions.isEmpty()) {
            report.accept("it is made of " + name + ", which is no active metric");
        } else if (metric.computation() instanceof Computation.Composite
                && !versions.stream().allMatch(it -> it.computation() instanceof Computation.PerSprint)) {
            report.accept("its part " + name + " must be a per_sprint metric");
        }
    }

    private static List<MetricDefinition> active(Definitions definitions, String name) {
        return definitions.versionsOf(name).stream()
                .filter(MetricDefinition::active)
                .toList();
    }
}
