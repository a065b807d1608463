package io.plumbline.query.compiler.validate;

import static io.plumbline.spec.Operator.BETWEEN;
import static io.plumbline.spec.Operator.CONTAINS;
import static io.plumbline.spec.Operator.EQ;
import static io.plumbline.spec.Operator.GE;
import static io.plumbline.spec.Operator.GT;
import static io.plumbline.spec.Operator.IN;
import static io.plumbline.spec.Operator.IS_NOT_NULL;
import static io.plumbline.spec.Operator.IS_NULL;
import static io.plumbline.spec.Operator.LE;
import static io.plumbline.spec.Operator.LIKE;
import static io.plumbline.spec.Operator.LT;
import static io.plumbline.spec.Operator.NE;
import static io.plumbline.spec.Operator.NOT_IN;
import static io.plumbline.spec.Operator.STARTS_WITH;

import io.plumbline.spec.Filter;
import io.plumbline.spec.Operator;
import io.plumbline.spec.catalog.ColumnType;
import java.util.List;

/** Which operators fit which type. */
final class Operators {
    private Operators() {}

    static List<Operator> of(ColumnType type) {
        return switch (type) {
            case TEXT, TEXT_LIST -> List.of(EQ, NE, IN, NOT_IN, LIKE, CONTAINS, STARTS_WITH, IS_NULL, IS_NOT_NULL);
            case BOOLEAN -> List.of(EQ, NE, IN, NOT_IN, IS_NULL, IS_NOT_NULL);
            case TIME, NUMBER -> List.of(EQ, NE, LT, LE, GT, GE, IN, NOT_IN, BETWEEN, IS_NULL, IS_NOT_NULL);
        };
    }

    /** The values that a filter compares with, one by one. */
    static List<Object> values(Filter.Test filter) {
        return switch (filter.op()) {
            case IN, NOT_IN, BETWEEN ->
                filter.value() instanceof List<?> list
                        ? list.stream().<Object>map(value -> value).toList()
                        : List.of(NO_LIST);
            case IS_NULL, IS_NOT_NULL -> List.of();
            case EQ, NE, LT, LE, GT, GE, LIKE, CONTAINS, STARTS_WITH ->
                filter.value() == null ? List.of(NO_LIST) : List.of(filter.value());
        };
    }

    /** Stands for a value that is missing or of no use. */
    private static final Object NO_LIST = new Object();
}
