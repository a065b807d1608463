package io.plumbline.query.compiler.validate;

import io.plumbline.query.compiler.index.MetricReference;

/** A measure names a metric of the catalog. */
final class KnownMetric implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        subject.measures((pointer, measure) -> {
            String name = MetricReference.of(measure.name()).name();
            if (subject.catalog().versions(name).isEmpty()) {
                faults.unknown(
                        pointer + "/name",
                        "unknown_metric",
                        "There is no metric " + Faults.quoted(name) + ".",
                        name,
                        subject.catalog().metricNames());
            }
        });
    }
}
