package io.plumbline.spec.canonical;

import io.plumbline.spec.Filter;
import io.plumbline.spec.Operator;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Filters in canonical form: all must hold, so neither their order nor a repetition means anything. */
final class CanonicalFilters {
    private CanonicalFilters() {}

    static List<Filter> of(List<Filter> filters) {
        return filters.stream()
                .map(CanonicalFilters::of)
                .distinct()
                .sorted(Comparator.comparing(CanonicalJson::write))
                .toList();
    }

    private static Filter of(Filter filter) {
        return switch (filter) {
            case Filter.Test test -> of(test);
            case Filter.All all -> new Filter.All(of(all.filters()));
            case Filter.Any any -> new Filter.Any(of(any.filters()));
            case Filter.Not not -> new Filter.Not(of(not.filter()));
        };
    }

    private static Filter.Test of(Filter.Test filter) {
        return switch (filter.op()) {
            case IN -> oneOf(filter, Operator.EQ);
            case NOT_IN -> oneOf(filter, Operator.NE);
            case BETWEEN -> between(filter);
            case EQ, NE, LT, LE, GT, GE, LIKE, CONTAINS, STARTS_WITH, IS_NULL, IS_NOT_NULL ->
                new Filter.Test(filter.field(), filter.op(), value(filter.value()));
        };
    }

    private static Filter.Test oneOf(Filter.Test filter, Operator single) {
        List<Object> values = values(filter)
                .distinct()
                .sorted(Comparator.comparing(CanonicalJson::write))
                .toList();
        return values.size() == 1
                ? new Filter.Test(filter.field(), single, values.getFirst())
                : new Filter.Test(filter.field(), filter.op(), values);
    }

    private static Filter.Test between(Filter.Test filter) {
        List<Object> bounds = values(filter).toList();
        return bounds.getFirst().equals(bounds.getLast())
                ? new Filter.Test(filter.field(), Operator.EQ, bounds.getFirst())
                : new Filter.Test(filter.field(), filter.op(), bounds);
    }

    private static Stream<Object> values(Filter.Test filter) {
        return ((List<?>) filter.value()).stream().map(CanonicalFilters::value);
    }

    /** Numbers lose what does not count: {@code 1}, {@code 1.0} and {@code 1e0} are one. */
    private static Object value(Object value) {
        if (!(value instanceof Number number)) {
            return value;
        }
        BigDecimal exact = new BigDecimal(number.toString()).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
