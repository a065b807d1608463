package io.plumbline.acceptance.oracle.model;

import java.time.Instant;

/**
 * A sprint as the tracker tells it; any instant may be null.
 *
 * @param board the board's name, or its id where it has none; null without a board
 */
public record Sprint(
        String instance,
        String id,
        String name,
        String boardId,
        String board,
        String state,
        Instant plannedStart,
        Instant plannedEnd,
        Instant activated,
        Instant completed) {

    /** S0: the actual activation, else the start date. */
    public Instant start() {
        return activated != null ? activated : plannedStart;
    }

    /** S1 of a closed sprint: the actual completion, else the planned end; null for others. */
    public Instant end() {
        if (!state.equals("closed")) {
            return null;
        }
        return completed != null ? completed : plannedEnd;
    }

    /** The instant at which membership is read: two minutes before the end, but not before the start. */
    public Instant close() {
        Instant early = end().minusSeconds(120);
        return early.isBefore(start()) ? start() : early;
    }

    /** Whether per-sprint metrics count it. */
    public boolean isCounted() {
        return end() != null;
    }
}
