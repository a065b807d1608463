package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Measure;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;

/** The state at the end of a window is the state at the end of its last period: only day ends make a window of states. */
final class WindowChangesSomething implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        subject.measures((pointer, measure) -> {
            if (measure.window() != null) {
                subject.metric(measure)
                        .filter(metric -> readsOnlyEnds(subject, measure, metric))
                        .ifPresent(metric -> report(pointer, metric, faults));
            }
        });
    }

    private static boolean readsOnlyEnds(Subject subject, Measure measure, MetricDefinition metric) {
        Aggregation own = metric.computation() instanceof Computation.Snapshot ? measure.agg() : null;
        return subject.reach().leaves(metric).stream()
                .map(MetricDefinition::computation)
                .anyMatch(computation -> computation instanceof Computation.Snapshot snapshot
                        && (snapshot.sqlTemplate() != null
                                || (own == null ? snapshot.aggregation() : own) == Aggregation.LAST));
    }

    private static void report(String pointer, MetricDefinition metric, Faults faults) {
        List<String> daily =
                metric.computation() instanceof Computation.Snapshot snapshot && snapshot.sqlTemplate() == null
                        ? snapshot.aggregations().stream()
                                .filter(aggregation -> aggregation != Aggregation.LAST)
                                .map(Aggregation::wireName)
                                .toList()
                        : List.of();
        String advice = daily.isEmpty()
                ? "leave the window out"
                : "leave the window out, or roll up the day ends with `agg`: " + String.join(" or ", daily);
        faults.misfit(
                pointer + "/window",
                "window_changes_nothing",
                "`%s` is the state at the end of each period, which a window does not change; %s."
                        .formatted(metric.name(), advice),
                daily);
    }
}
