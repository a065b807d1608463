package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Comparison;
import io.plumbline.spec.Granularity;
import java.util.List;

/** Sprints are compared with sprints before them, and periods of the calendar with those of an earlier range. */
final class ComparisonFitsAxis implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        if (!subject.compares()) {
            return;
        }
        boolean bySprint = new Columns(subject)
                .metricTime()
                .filter(Granularity.SPRINT::equals)
                .isPresent();
        boolean withSprints = subject.spec().time().compare() == Comparison.PREVIOUS_SPRINTS;
        if (bySprint && !withSprints) {
            faults.misfit(
                    "/time/compare",
                    "not_combinable",
                    "Sprints are compared with the sprints before them: use `previous_sprints`, or take `metric_time` by a period of the calendar.",
                    List.of(Comparison.PREVIOUS_SPRINTS.wireName()));
        }
        if (!bySprint && withSprints) {
            faults.misfit(
                    "/time/compare",
                    "not_combinable",
                    "`previous_sprints` needs `metric_time` with the granularity `sprint` as a dimension; periods of the calendar are "
                            + "compared with `previous_period` or `previous_year`.",
                    List.of(Comparison.PREVIOUS_PERIOD.wireName(), Comparison.PREVIOUS_YEAR.wireName()));
        }
    }
}
