package io.plumbline.catalog.definition.rule;

import io.plumbline.catalog.definition.Definition;
import io.plumbline.catalog.definition.DefinitionFault;
import io.plumbline.catalog.definition.Definitions;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.expression.Checked;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A declared parameter changes the number: a template uses it, and its default is within its bounds. */
final class ParametersAreUsed implements Rule {
    @Override
    public void check(Definitions definitions, Consumer<DefinitionFault> faults) {
        for (Definition<MetricDefinition> metric : definitions.metrics()) {
            Set<String> used = used(metric.value(), definitions);
            List<MetricDefinition.Parameter> parameters = metric.value().parameters();
            for (int i = 0; i < parameters.size(); i++) {
                String place = "/parameters/" + i;
                check(
                        parameters.get(i),
                        used,
                        message -> faults.accept(new DefinitionFault(metric.file(), place, message)));
            }
        }
    }

    private static void check(MetricDefinition.Parameter parameter, Set<String> used, Consumer<String> report) {
        if (!used.contains(parameter.name())) {
            report.accept("no template uses :" + parameter.name());
        }
        if (parameter.minimum() > parameter.defaultValue() || parameter.defaultValue() > parameter.maximum()) {
            report.accept("the default of " + parameter.name() + " must be from minimum to maximum");
        }
    }

    private static Set<String> used(MetricDefinition metric, Definitions definitions) {
        return Template.of(metric, definitions).stream()
                .map(Template::checked)
                .filter(Checked.Accepted.class::isInstance)
                .flatMap(checked -> ((Checked.Accepted) checked).parameters().stream())
                .collect(Collectors.toSet());
    }
}
