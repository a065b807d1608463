package io.plumbline.query.compiler.resolve;

import java.time.Instant;
import java.util.List;

/** What must hold of a dimension's value, with values of its type. A negated condition also matches no value. */
public sealed interface Condition {

    /** There is a value, or there is none. */
    record Present(boolean present) implements Condition {}

    /**
     * The value is one of those, exactly.
     *
     * @param values {@code String}s, {@code Boolean}s or {@code Double}s, never empty
     */
    record OneOf(List<Object> values, boolean negated) implements Condition {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** The text matches the pattern of {@code %} and {@code _}, case aside. */
    record Like(String pattern) implements Condition {}

    /** The number lies between the limits; null means no limit. */
    record Between(Limit low, Limit high) implements Condition {}

    /** @param inclusive whether the number itself is within */
    record Limit(double value, boolean inclusive) {}

    /** The instant lies in one of the spans. */
    record Within(List<Span> spans, boolean negated) implements Condition {
        public Within {
            spans = List.copyOf(spans);
        }
    }

    /** From an instant, inclusive, to an instant, exclusive; null means open. */
    record Span(Instant from, Instant to) {}
}
