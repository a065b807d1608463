package io.plumbline.catalog.definition.rule;

import io.plumbline.catalog.definition.Definition;
import io.plumbline.catalog.definition.DefinitionFault;
import io.plumbline.catalog.definition.Definitions;
import io.plumbline.spec.catalog.Computation.Derived;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.expression.Checked;
import io.plumbline.spec.expression.Expression;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The inputs of a derived metric have names of their own, are all used, and roll up as their metrics allow. */
final class InputsFit implements Rule {
    @Override
    public void check(Definitions definitions, Consumer<DefinitionFault> faults) {
        for (Definition<MetricDefinition> metric : definitions.metrics()) {
            if (metric.value().computation() instanceof Derived derived) {
                Consumer<String> report =
                        message -> faults.accept(new DefinitionFault(metric.file(), "/computation/inputs", message));
                names(derived, used(metric.value(), definitions), report);
                derived.inputs().forEach(input -> aggregation(input, definitions, report));
            }
        }
    }

    private static void names(Derived derived, Set<String> used, Consumer<String> report) {
        Set<String> names = new HashSet<>();
        for (Derived.Input input : derived.inputs()) {
            if (!names.add(input.name())) {
                report.accept("two inputs have the name " + input.name());
            } else if (!used.isEmpty() && !used.contains(input.name())) {
                report.accept("the template does not use " + input.name());
            }
        }
    }

    private static void aggregation(Derived.Input input, Definitions definitions, Consumer<String> report) {
        boolean fits = input.agg() == null
                || definitions.versionsOf(input.metric()).stream()
                        .filter(MetricDefinition::active)
                        .allMatch(metric -> metric.computation().aggregations().contains(input.agg()));
        if (!fits) {
            report.accept(
                    input.metric() + " can't be rolled up by " + input.agg().wireName());
        }
    }

    /** The columns that the template reads; none where it is refused, which is another rule's fault. */
    private static Set<String> used(MetricDefinition metric, Definitions definitions) {
        return Template.of(metric, definitions).stream()
                .map(Template::checked)
                .filter(Checked.Accepted.class::isInstance)
                .flatMap(checked -> ((Checked.Accepted) checked).expression().stream())
                .filter(Expression.Column.class::isInstance)
                .map(part -> ((Expression.Column) part).name())
                .collect(Collectors.toSet());
    }
}
