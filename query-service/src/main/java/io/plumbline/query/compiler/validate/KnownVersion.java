package io.plumbline.query.compiler.validate;

import io.plumbline.query.compiler.index.MetricReference;
import io.plumbline.spec.Measure;
import java.util.List;

/** A measure's major version is one that can be queried. */
final class KnownVersion implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        subject.measures((pointer, measure) -> {
            List<String> versions = versions(subject, measure);
            if (!versions.isEmpty() && subject.metric(measure).isEmpty()) {
                faults.unknown(
                        pointer + "/name",
                        "unknown_metric_version",
                        Faults.quoted(measure.bareName()) + " can't be queried in that version.",
                        measure.name(),
                        versions);
            }
        });
    }

    private static List<String> versions(Subject subject, Measure measure) {
        String name = MetricReference.of(measure.name()).name();
        return subject.catalog().versions(name).stream()
                .map(metric -> metric.name() + "@" + metric.majorVersion())
                .distinct()
                .toList();
    }
}
