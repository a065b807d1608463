package io.plumbline.spec.canonical;

import io.plumbline.spec.Filter;
import io.plumbline.spec.Operator;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Filters in canonical form. The order and repetition of joined filters mean nothing; a join within a join of its kind
 * is one with it; tests of one field by {@code =} in an {@code or}, or by {@code !=} in an {@code and}, are one test by
 * {@code in} or {@code not_in}; a negated test whose operator has an opposite is the opposite.
 *
 * <p>No further law of logic is applied: whether a test picks rows before or after they are aggregated depends on what it
 * is joined with, so two forms that logic holds equal may differ in meaning.
 */
final class CanonicalFilters {
    private CanonicalFilters() {}

    static List<Filter> of(List<Filter> filters) {
        List<Filter> parts = filters.stream()
                .map(CanonicalFilters::of)
                .flatMap(CanonicalFilters::allParts)
                .toList();
        return joined(parts, Operator.NE, Operator.NOT_IN);
    }

    private static Filter of(Filter filter) {
        return switch (filter) {
            case Filter.Test test -> CanonicalTest.of(test);
            case Filter.All all -> new Filter.All(of(all.filters()));
            case Filter.Any any -> any(any.filters());
            case Filter.Not not -> CanonicalTest.opposite(of(not.filter()));
        };
    }

    /** One alternative alone is itself, unless it would then be split into several conditions. */
    private static Filter any(List<Filter> filters) {
        List<Filter> parts = filters.stream()
                .map(CanonicalFilters::of)
                .flatMap(part -> part instanceof Filter.Any any ? any.filters().stream() : Stream.of(part))
                .toList();
        List<Filter> alternatives = joined(parts, Operator.EQ, Operator.IN);
        boolean alone = alternatives.size() == 1 && !(alternatives.getFirst() instanceof Filter.All);
        return alone ? alternatives.getFirst() : new Filter.Any(alternatives);
    }

    private static Stream<Filter> allParts(Filter filter) {
        return filter instanceof Filter.All all ? all.filters().stream() : Stream.of(filter);
    }

    private static List<Filter> joined(List<Filter> parts, Operator single, Operator several) {
        return CanonicalTest.merged(parts, single, several)
                .distinct()
                .sorted(Comparator.comparing(CanonicalJson::write))
                .toList();
    }
}
