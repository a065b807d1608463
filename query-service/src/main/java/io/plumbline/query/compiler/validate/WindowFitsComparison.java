package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Comparison;
import io.plumbline.spec.Window;

/** A running total is that of all sprints so far, so the sprints before have nothing that it could be compared with. */
final class WindowFitsComparison implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        if (!subject.compares() || subject.spec().time().compare() != Comparison.PREVIOUS_SPRINTS) {
            return;
        }
        subject.measures((pointer, measure) -> {
            if (measure.window() instanceof Window.Cumulative) {
                faults.add(
                        pointer + "/window",
                        "not_combinable",
                        "A running total can't be compared with sprints before it, whose numbers it holds already; "
                                + "take a rolling window, or leave `window` or `time.compare` out.");
            }
        });
    }
}
