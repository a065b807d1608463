package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.plan.Expr.Aggregate.Kind;
import io.plumbline.spec.Aggregation;

/** What a measure's aggregation makes of a value. */
final class Aggregates {
    private Aggregates() {}

    /** @param filter which rows count; null means all */
    static Expr of(Aggregation aggregation, Expr value, Expr filter) {
        return switch (aggregation) {
            case COUNT -> new Expr.Aggregate(Kind.COUNT, value, false, filter);
            case COUNT_DISTINCT -> new Expr.Aggregate(Kind.COUNT, value, true, filter);
            case SUM -> new Expr.Aggregate(Kind.SUM, value, false, filter);
            case AVG -> new Expr.Aggregate(Kind.AVG, value, false, filter);
            case MIN -> new Expr.Aggregate(Kind.MIN, value, false, filter);
            case MAX -> new Expr.Aggregate(Kind.MAX, value, false, filter);
            case MEDIAN, P50 -> new Expr.Percentile(0.50, value, filter);
            case P25 -> new Expr.Percentile(0.25, value, filter);
            case P75 -> new Expr.Percentile(0.75, value, filter);
            case P85 -> new Expr.Percentile(0.85, value, filter);
            case P90 -> new Expr.Percentile(0.90, value, filter);
            case P95 -> new Expr.Percentile(0.95, value, filter);
            case STDDEV -> new Expr.Aggregate(Kind.DEVIATION, value, false, filter);
            case LAST -> throw new IllegalStateException("only snapshots have a last value");
        };
    }

    static boolean counts(Aggregation aggregation) {
        return aggregation == Aggregation.COUNT || aggregation == Aggregation.COUNT_DISTINCT;
    }

    /** Whether nothing makes 0, and not no value. */
    static boolean isAdditive(Aggregation aggregation) {
        return counts(aggregation) || aggregation == Aggregation.SUM;
    }

    static boolean isPercentile(Aggregation aggregation) {
        return switch (aggregation) {
            case MEDIAN, P25, P50, P75, P85, P90, P95 -> true;
            case COUNT, COUNT_DISTINCT, SUM, AVG, MIN, MAX, STDDEV, LAST -> false;
        };
    }
}
