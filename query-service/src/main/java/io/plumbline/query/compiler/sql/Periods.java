package io.plumbline.query.compiler.sql;

import io.plumbline.spec.Granularity;

/** Calendar periods in SQL. */
final class Periods {
    private Periods() {}

    static String unit(Granularity granularity) {
        return switch (granularity) {
            case DAY -> "day";
            case WEEK -> "week";
            case MONTH -> "month";
            case QUARTER -> "quarter";
            case YEAR -> "year";
            case SPRINT -> throw new IllegalArgumentException("a sprint is no calendar period");
        };
    }

    static String interval(Granularity granularity) {
        return granularity == Granularity.QUARTER ? "interval '3 months'" : "interval '1 " + unit(granularity) + "'";
    }
}
