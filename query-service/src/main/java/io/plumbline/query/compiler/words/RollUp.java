package io.plumbline.query.compiler.words;

import io.plumbline.spec.Aggregation;

/** What is done with several values. */
final class RollUp {
    private RollUp() {}

    /** For example {@code averages their values}. */
    static String verb(Aggregation aggregation, String values) {
        return switch (aggregation) {
            case COUNT -> "counts them";
            case COUNT_DISTINCT -> "counts each different one once";
            case SUM -> "adds up " + values;
            case AVG -> "averages " + values;
            case MIN -> "takes the smallest of " + values;
            case MAX -> "takes the greatest of " + values;
            case MEDIAN, P50 -> "takes the median of " + values;
            case P25, P75, P85, P90, P95 ->
                "takes the number that " + aggregation.wireName().substring(1) + " of 100 of " + values
                        + " do not exceed";
            case STDDEV -> "takes the standard deviation of " + values;
            case LAST -> "takes the last of " + values;
        };
    }

    /** For example {@code the average}. */
    static String noun(Aggregation aggregation) {
        return switch (aggregation) {
            case COUNT -> "the count";
            case COUNT_DISTINCT -> "the count of different ones";
            case SUM -> "the sum";
            case AVG -> "the average";
            case MIN -> "the smallest";
            case MAX -> "the greatest";
            case MEDIAN, P50 -> "the median";
            case P25, P75, P85, P90, P95 ->
                "the percentile " + aggregation.wireName().substring(1);
            case STDDEV -> "the standard deviation";
            case LAST -> "the last one";
        };
    }
}
