package io.plumbline.catalog.definition.rule;

import io.plumbline.catalog.definition.Definition;
import io.plumbline.catalog.definition.DefinitionFault;
import io.plumbline.catalog.definition.Definitions;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.Computation.Composite.Part;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.function.Consumer;

/** The weights of a composite sum to 1, and each part has its own name. */
final class WeightsSumToOne implements Rule {
    private static final double TOLERANCE = 1e-9;

    @Override
    public void check(Definitions definitions, Consumer<DefinitionFault> faults) {
        for (Definition<MetricDefinition> metric : definitions.metrics()) {
            if (metric.value().computation() instanceof Computation.Composite composite) {
                check(
                        composite,
                        message -> faults.accept(new DefinitionFault(metric.file(), "/computation/parts", message)));
            }
        }
    }

    private static void check(Computation.Composite composite, Consumer<String> report) {
        double sum = composite.parts().stream().mapToDouble(Part::weight).sum();
        if (Math.abs(sum - 1) > TOLERANCE) {
            report.accept("the weights sum to " + sum + ", not to 1");
        }
        long names = composite.parts().stream().map(Part::name).distinct().count();
        if (names < composite.parts().size()) {
            report.accept("two parts have the same name");
        }
        Integer window = composite.baseline().window();
        if (window != null && window < composite.baseline().minimum()) {
            report.accept("the baseline's window is smaller than its minimum");
        }
    }
}
