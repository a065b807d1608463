package io.plumbline.acceptance.oracle.model;

import java.time.Instant;

/** A stay of an issue in a sprint; a null removal means that it is still in it. */
public record Membership(String sprintId, Instant added, Instant removed) {

    /** Whether the issue is in the sprint at an instant, after its changes. */
    public boolean holdsAt(Instant t) {
        return !added.isAfter(t) && (removed == null || t.isBefore(removed));
    }

    /** Whether the issue is in the sprint at some time of a half-open range. */
    public boolean touches(Instant from, Instant to) {
        return from.isBefore(to) && !isEmpty() && added.isBefore(to) && (removed == null || from.isBefore(removed));
    }

    /** Joined and left in the same instant: never really in it. */
    public boolean isEmpty() {
        return removed != null && !added.isBefore(removed);
    }

    /** The stay as it was known at an instant since it began. */
    Membership asOf(Instant t) {
        return removed == null || !removed.isAfter(t) ? this : new Membership(sprintId, added, null);
    }
}
