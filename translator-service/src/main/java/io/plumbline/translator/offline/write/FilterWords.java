package io.plumbline.translator.offline.write;

import io.plumbline.spec.Filter;
import io.plumbline.spec.Operator;
import io.plumbline.translator.offline.Metrics;
import java.util.List;
import java.util.stream.Collectors;

/** A filter in words. */
final class FilterWords {
    private FilterWords() {}

    static String of(Filter.Test filter, Metrics metrics) {
        var field = metrics.dimensionName(filter.field());
        var value = filter.value();
        if (value instanceof Boolean flag) {
            return (flag == (filter.op() == Operator.EQ) ? "only " : "no ") + field + "s";
        }
        return switch (filter.op()) {
            case EQ -> field + " is " + value;
            case NE -> field + " is not " + value;
            case IN -> field + " is " + joined(value, " or ");
            case NOT_IN -> field + " is neither " + joined(value, " nor ");
            case IS_NULL -> "without " + field;
            case IS_NOT_NULL -> "with any " + field;
            case BETWEEN -> field + " from " + joined(value, " to ");
            case LT -> field + " before " + value;
            case LE -> field + " at most " + value;
            case GT -> field + " after " + value;
            case GE -> field + " at least " + value;
            case LIKE, CONTAINS -> field + " contains " + value;
            case STARTS_WITH -> field + " starts with " + value;
        };
    }

    private static String joined(Object values, String joint) {
        return ((List<?>) values).stream().map(Object::toString).collect(Collectors.joining(joint));
    }
}
