package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Measure;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;

/** A measure's {@code agg} is one that the metric takes. */
final class AggregationFitsMetric implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        subject.measures((pointer, measure) -> subject.metric(measure)
                .filter(metric -> measure.agg() != null)
                .filter(metric -> !metric.computation().aggregations().contains(measure.agg()))
                .ifPresent(metric -> report(pointer, measure, metric, faults)));
    }

    private static void report(String pointer, Measure measure, MetricDefinition metric, Faults faults) {
        List<String> allowed = metric.computation().aggregations().stream()
                .map(Aggregation::wireName)
                .toList();
        String message = "`%s` can't be rolled up by `%s`; it takes %s."
                .formatted(metric.name(), measure.agg().wireName(), String.join(", ", allowed));
        faults.misfit(pointer + "/agg", "aggregation_not_allowed", message, allowed);
    }
}
