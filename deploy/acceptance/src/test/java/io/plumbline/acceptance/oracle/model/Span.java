package io.plumbline.acceptance.oracle.model;

import java.time.Instant;

/** A value that held from an instant (inclusive) to another (exclusive); a null end means that it still holds. */
public record Span<T>(T value, Instant from, Instant to) {

    /** Whether it holds at an instant, once all changes of that instant are made. */
    public boolean holdsAt(Instant t) {
        return !from.isAfter(t) && (to == null || t.isBefore(to));
    }

    /** Whether it holds just before an instant, when no change of that instant is made yet. */
    public boolean holdsJustBefore(Instant t) {
        return from.isBefore(t) && (to == null || !to.isBefore(t));
    }

    /** Whether it has no length. */
    public boolean isEmpty() {
        return to != null && !from.isBefore(to);
    }
}
