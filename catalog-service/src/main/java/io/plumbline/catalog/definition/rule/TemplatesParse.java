package io.plumbline.catalog.definition.rule;

import io.plumbline.catalog.definition.Definition;
import io.plumbline.catalog.definition.DefinitionFault;
import io.plumbline.catalog.definition.Definitions;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.expression.Checked;
import io.plumbline.spec.expression.ExpressionFault;
import java.util.Optional;
import java.util.function.Consumer;

/** Every template is an expression of the closed grammar over the columns of its entity (R-B5). */
final class TemplatesParse implements Rule {
    @Override
    public void check(Definitions definitions, Consumer<DefinitionFault> faults) {
        for (Definition<MetricDefinition> metric : definitions.metrics()) {
            checkEventTime(definitions, metric, faults);
            for (Template template : Template.of(metric.value(), definitions)) {
                if (template.checked() instanceof Checked.Refused refused) {
                    for (ExpressionFault fault : refused.faults()) {
                        faults.accept(new DefinitionFault(metric.file(), template.place(), fault.describe()));
                    }
                }
            }
        }
    }

    private static void checkEventTime(
            Definitions definitions, Definition<MetricDefinition> metric, Consumer<DefinitionFault> faults) {
        if (!(metric.value().computation() instanceof Computation.Simple simple)) {
            return;
        }
        Optional<Entity> entity = definitions.findEntity(simple.entity());
        if (entity.isEmpty()) {
            faults.accept(
                    new DefinitionFault(metric.file(), "/computation/entity", "there is no entity " + simple.entity()));
        } else if (!entity.get().times().containsKey(simple.eventTime())) {
            String allowed = String.join(", ", entity.get().times().keySet());
            faults.accept(new DefinitionFault(
                    metric.file(),
                    "/computation/event_time",
                    "there is no time " + simple.eventTime() + " of the entity " + simple.entity() + "; allowed: "
                            + allowed));
        }
    }
}
