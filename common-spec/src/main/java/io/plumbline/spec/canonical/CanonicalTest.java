package io.plumbline.spec.canonical;

import io.plumbline.spec.Filter;
import io.plumbline.spec.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One test in canonical form. */
final class CanonicalTest {
    private static final Map<Operator, Operator> OPPOSITES = Map.of(
            Operator.EQ, Operator.NE,
            Operator.NE, Operator.EQ,
            Operator.IN, Operator.NOT_IN,
            Operator.NOT_IN, Operator.IN,
            Operator.IS_NULL, Operator.IS_NOT_NULL,
            Operator.IS_NOT_NULL, Operator.IS_NULL);

    private CanonicalTest() {}

    static Filter.Test of(Filter.Test test) {
        return switch (test.op()) {
            case IN -> oneOf(test, Operator.EQ);
            case NOT_IN -> oneOf(test, Operator.NE);
            case BETWEEN -> between(test);
            case EQ, NE, LT, LE, GT, GE, LIKE, CONTAINS, STARTS_WITH, IS_NULL, IS_NOT_NULL ->
                new Filter.Test(test.field(), test.op(), value(test.value()));
        };
    }

    /** What holds exactly where the canonical filter does not. */
    static Filter opposite(Filter filter) {
        return switch (filter) {
            case Filter.Test test
            when OPPOSITES.containsKey(test.op()) ->
                new Filter.Test(test.field(), OPPOSITES.get(test.op()), test.value());
            case Filter.Not(Filter.Test test) -> test;
            case Filter.Test _, Filter.All _, Filter.Any _, Filter.Not _ -> new Filter.Not(filter);
        };
    }

    /** The filters, with the tests of one field by either operator, of values of one type, made one test. */
    static Stream<Filter> merged(List<Filter> filters, Operator single, Operator several) {
        Map<Subject, List<Object>> values = new LinkedHashMap<>();
        List<Filter> others = new ArrayList<>();
        for (Filter filter : filters) {
            if (filter instanceof Filter.Test test && (test.op() == single || test.op() == several)) {
                values.computeIfAbsent(new Subject(test), _ -> new ArrayList<>())
                        .addAll(values(test).toList());
            } else {
                others.add(filter);
            }
        }
        Stream<Filter> tests = values.entrySet().stream()
                .map(entry -> oneOf(new Filter.Test(entry.getKey().field(), several, entry.getValue()), single));
        return Stream.concat(tests, others.stream());
    }

    private static Filter.Test oneOf(Filter.Test test, Operator single) {
        List<Object> values = values(test)
                .distinct()
                .sorted(Comparator.comparing(CanonicalJson::write))
                .toList();
        return values.size() == 1
                ? new Filter.Test(test.field(), single, values.getFirst())
                : new Filter.Test(test.field(), test.op(), values);
    }

    private static Filter.Test between(Filter.Test test) {
        List<Object> bounds = values(test).toList();
        return bounds.getFirst().equals(bounds.getLast())
                ? new Filter.Test(test.field(), Operator.EQ, bounds.getFirst())
                : new Filter.Test(test.field(), test.op(), bounds);
    }

    private static Stream<Object> values(Filter.Test test) {
        List<?> values = test.value() instanceof List<?> list ? list : List.of(test.value());
        return values.stream().map(CanonicalTest::value);
    }

    /** Numbers lose what does not count: {@code 1}, {@code 1.0} and {@code 1e0} are one. */
    private static Object value(Object value) {
        if (!(value instanceof Number number)) {
            return value;
        }
        BigDecimal exact = new BigDecimal(number.toString()).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /** What may be merged: a list holds values of one type. */
    private record Subject(String field, Class<?> type) {
        Subject(Filter.Test test) {
            this(test.field(), values(test).findFirst().orElseThrow().getClass());
        }
    }
}
