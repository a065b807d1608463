package io.plumbline.query.compiler.validate;

import io.plumbline.query.compiler.index.Sums;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Measure;
import io.plumbline.spec.Show;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.Optional;

/** Only of what counts or adds up is there a total to have a share of. */
final class ShareOfSum implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        boolean byTime = new Columns(subject).dimensions().anyMatch(Dimension.METRIC_TIME::equals);
        subject.measures((pointer, measure) -> {
            if (measure.show() != null && measure.show().type() == Show.Type.PERCENT_OF_TOTAL) {
                boolean acrossTime = byTime && !measure.show().within().contains(Dimension.METRIC_TIME);
                subject.metric(measure)
                        .flatMap(metric -> objection(subject, measure, metric, acrossTime))
                        .ifPresent(why -> faults.add(pointer + "/show", "not_additive", why));
            }
        });
    }

    private static Optional<String> objection(
            Subject subject, Measure measure, MetricDefinition metric, boolean acrossTime) {
        return new Sums(subject.catalog())
                .shareObjection(metric, measure.agg(), acrossTime)
                .map(why -> why + " So there is no total to have a share of"
                        + (acrossTime ? "; with `metric_time` in `within` there may be one for each period." : "."))
                .or(() -> overlapping(measure, acrossTime))
                .or(() -> overlappingSprints(subject, metric, acrossTime))
                .or(() -> rolledUp(measure));
    }

    private static Optional<String> overlappingSprints(Subject subject, MetricDefinition metric, boolean acrossTime) {
        boolean acrossSprints = acrossTime
                && new Columns(subject)
                        .metricTime()
                        .filter(Granularity.SPRINT::equals)
                        .isPresent();
        return acrossSprints
                ? new Sums(subject.catalog())
                        .sprintsObjection(metric)
                        .map(why -> why + " So there is no total over several of them; add `metric_time` to `within`.")
                : Optional.empty();
    }

    private static Optional<String> overlapping(Measure measure, boolean acrossTime) {
        return measure.window() != null && acrossTime
                ? Optional.of("Windows overlap, so there is no total over several periods;"
                        + " add `metric_time` to `within`, or leave the window out.")
                : Optional.empty();
    }

    private static Optional<String> rolledUp(Measure measure) {
        return measure.per() != null && measure.per().agg() != Aggregation.SUM
                ? Optional.of("Numbers that `per` rolls up by `%s` can't be added up; only those of `sum` have a total."
                        .formatted((measure.per().agg() == null
                                        ? Aggregation.AVG
                                        : measure.per().agg())
                                .wireName()))
                : Optional.empty();
    }
}
