package io.plumbline.query.compiler.validate;

import io.plumbline.query.compiler.index.Sums;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.DimensionDefinition;

/** Groups are summed only where the sum means something. */
final class RollupSumAdds implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        Sums sums = new Sums(subject.catalog());
        subject.finerGroupings((pointer, measure, dimension) -> {
            if (measure.per().agg() != Aggregation.SUM) {
                return;
            }
            subject.metric(measure)
                    .flatMap(metric -> subject.dimension(dimension.field())
                            .flatMap(over -> sums.objection(
                                    metric, measure.agg(), over, granularity(over, RollupNests.period(dimension)))))
                    .ifPresent(why -> faults.add(
                            pointer,
                            "not_additive",
                            why + " Roll up by another `agg`, such as `avg`, or leave `per` out."));
        });
    }

    private static Granularity granularity(DimensionDefinition over, Granularity period) {
        return over.type() == ColumnType.TIME ? period : null;
    }
}
