package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Dimension;

/** A window goes over the periods of {@code metric_time}, so the answer has them. */
final class WindowHasTime implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        if (new Columns(subject).dimensions().anyMatch(Dimension.METRIC_TIME::equals)) {
            return;
        }
        subject.measures((pointer, measure) -> {
            if (measure.window() != null) {
                faults.add(
                        pointer + "/window",
                        "window_needs_metric_time",
                        "A window goes over the periods of `metric_time`; add it to `dimensions`, for example "
                                + "{\"field\": \"metric_time\", \"granularity\": \"month\"}. Other time dimensions have no windows.");
            }
        });
    }
}
