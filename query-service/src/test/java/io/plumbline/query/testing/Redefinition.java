package io.plumbline.query.testing;

import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.stream.Stream;

/** A next version of a metric. */
final class Redefinition {
    private Redefinition() {}

    /** Version 1.1.0, which counts no bugs. */
    static Stream<MetricDefinition> withoutBugs(MetricDefinition metric) {
        return metric.computation() instanceof Computation.Simple simple
                ? Stream.of(with(metric, withoutBugs(simple)))
                : Stream.empty();
    }

    private static Computation withoutBugs(Computation.Simple simple) {
        return new Computation.Simple(
                simple.entity(),
                simple.sqlTemplate(),
                "not is_bug",
                simple.eventTime(),
                simple.aggregation(),
                simple.aggregations(),
                simple.leftOut());
    }

    private static MetricDefinition with(MetricDefinition metric, Computation computation) {
        return new MetricDefinition(
                metric.name(),
                "1.1.0",
                metric.displayName(),
                metric.description(),
                metric.category(),
                metric.unit(),
                metric.tags(),
                metric.synonyms(),
                metric.examples(),
                metric.parameters(),
                computation,
                metric.additivity(),
                metric.listed(),
                metric.active(),
                metric.deprecatedSince(),
                metric.replacedBy(),
                metric.tested());
    }
}
