package io.plumbline.catalog.interop.file;

import io.plumbline.catalog.interop.told.Shapes;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;

/** The entity that a metric is about; ends also where definitions run in a circle. */
public final class Home {
    private static final int STEPS = 20;
    private static final String SPRINT_ROWS = "sprint_issue";
    private static final String STATES = "issue_state";

    private Home() {}

    public static String of(MetricDefinition metric, Shapes shapes) {
        return of(metric, shapes, STEPS);
    }

    private static String of(MetricDefinition metric, Shapes shapes, int left) {
        return switch (metric.computation()) {
            case Computation.Simple simple -> simple.entity();
            case Computation.PerSprint _, Computation.Composite _ -> SPRINT_ROWS;
            case Computation.Snapshot _ -> STATES;
            case Computation.Ratio ratio -> of(ratio.numerator(), shapes, left);
            case Computation.Derived derived -> of(derived.inputs().getFirst().metric(), shapes, left);
        };
    }

    private static String of(String name, Shapes shapes, int left) {
        return left == 0
                ? SPRINT_ROWS
                : shapes.newest(name).map(part -> of(part, shapes, left - 1)).orElse(SPRINT_ROWS);
    }
}
