package io.plumbline.catalog.definition.rule;

import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;

/** The metrics that a metric is made of, by name. */
public final class Dependencies {
    private Dependencies() {}

    public static List<String> of(MetricDefinition metric) {
        return switch (metric.computation()) {
            case Computation.Ratio ratio -> List.of(ratio.numerator(), ratio.denominator());
            case Computation.Derived derived ->
                derived.inputs().stream()
                        .map(Computation.Derived.Input::metric)
                        .distinct()
                        .toList();
            case Computation.Composite composite ->
                composite.parts().stream()
                        .map(Computation.Composite.Part::metric)
                        .distinct()
                        .toList();
            case Computation.Simple _, Computation.PerSprint _, Computation.Snapshot _ -> List.of();
        };
    }
}
