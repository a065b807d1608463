package io.plumbline.query.compiler.resolve;

import java.util.List;
import java.util.stream.Stream;

/**
 * What must hold: tests, joined as the spec joins them. Two-valued: a test holds or does not, so that a negation holds of
 * exactly the rest.
 *
 * @param <T> what is tested: rows of the warehouse, or rows of the answer
 */
public sealed interface ResolvedFilter<T> {

    /** The tests in it, from left to right. */
    Stream<T> tests();

    /** A single test. */
    record Test<T>(T test) implements ResolvedFilter<T> {
        @Override
        public Stream<T> tests() {
            return Stream.of(test);
        }
    }

    /** All hold. */
    record All<T>(List<ResolvedFilter<T>> filters) implements ResolvedFilter<T> {
        public All {
            filters = List.copyOf(filters);
        }

        @Override
        public Stream<T> tests() {
            return filters.stream().flatMap(ResolvedFilter::tests);
        }
    }

    /** At least one holds. */
    record Any<T>(List<ResolvedFilter<T>> filters) implements ResolvedFilter<T> {
        public Any {
            filters = List.copyOf(filters);
        }

        @Override
        public Stream<T> tests() {
            return filters.stream().flatMap(ResolvedFilter::tests);
        }
    }

    /** It does not hold. */
    record Not<T>(ResolvedFilter<T> filter) implements ResolvedFilter<T> {
        @Override
        public Stream<T> tests() {
            return filter.tests();
        }
    }
}
