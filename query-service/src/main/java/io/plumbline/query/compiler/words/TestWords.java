package io.plumbline.query.compiler.words;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.spec.Filter;
import io.plumbline.spec.Operator;
import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.DimensionDefinition;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;

/** Says a single test. */
final class TestWords {
    private static final Set<Operator> NEGATIVE = Set.of(Operator.NE, Operator.NOT_IN);

    private final CatalogIndex catalog;

    TestWords(CatalogIndex catalog) {
        this.catalog = catalog;
    }

    String ofNumber(Filter.Test test) {
        return test.field() + " " + condition(test, false);
    }

    String ofDimension(Filter.Test test) {
        DimensionDefinition dimension = catalog.dimension(test.field()).orElseThrow();
        String name = Phrases.name(dimension);
        if (dimension.type() == ColumnType.TEXT_LIST) {
            return ofList(test, name);
        }
        return Phrases.subject(dimension) + " " + condition(test, dimension.type() == ColumnType.TIME)
                + (NEGATIVE.contains(test.op()) ? " (or empty)" : "");
    }

    /** What has several values is picked by any of them. */
    private static String ofList(Filter.Test test, String name) {
        return switch (test.op()) {
            case NE, NOT_IN -> "no " + name + " " + condition(opposite(test), false);
            case IS_NULL -> "there is no " + name;
            case IS_NOT_NULL -> "there is a " + name;
            case EQ, LT, LE, GT, GE, IN, BETWEEN, LIKE, CONTAINS, STARTS_WITH ->
                "a " + name + " " + condition(test, false);
        };
    }

    private static Filter.Test opposite(Filter.Test test) {
        Operator operator = test.op() == Operator.NE ? Operator.EQ : Operator.IN;
        return new Filter.Test(test.field(), operator, test.value());
    }

    private static String condition(Filter.Test test, boolean isTime) {
        return switch (test.op()) {
            case EQ -> "is " + value(test.value());
            case NE -> "is not " + value(test.value());
            case LT -> (isTime ? "is before " : "is less than ") + value(test.value());
            case LE -> (isTime ? "is not after " : "is at most ") + value(test.value());
            case GT -> (isTime ? "is after " : "is greater than ") + value(test.value());
            case GE -> (isTime ? "is not before " : "is at least ") + value(test.value());
            case IN -> "is " + values(test.value(), "or");
            case NOT_IN -> "is neither " + values(test.value(), "nor");
            case BETWEEN -> "is between " + values(test.value(), "and") + " (both included)";
            case LIKE -> "matches the pattern " + value(test.value());
            case CONTAINS -> "contains " + value(test.value());
            case STARTS_WITH -> "starts with " + value(test.value());
            case IS_NULL -> "is empty";
            case IS_NOT_NULL -> "is not empty";
        };
    }

    private static String values(Object value, String last) {
        List<?> values = value instanceof List<?> list ? list : List.of(value);
        return Phrases.joined(values.stream().map(TestWords::value).toList(), last);
    }

    private static String value(Object value) {
        return value instanceof String text ? text(text) : String.valueOf(value);
    }

    private static String text(String text) {
        try {
            return Phrases.day(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Phrases.quoted(text);
        }
    }
}
