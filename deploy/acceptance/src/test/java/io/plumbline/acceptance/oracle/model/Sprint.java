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

    /** The sprint at an instant: open until it ended, and to come until it began. */
    public Sprint asOf(Instant t) {
        boolean begun = start() == null || !start().isAfter(t);
        Instant end = end();
        boolean ended = state.equals("closed") && (end == null || !end.isAfter(t));
        String then = begun && !state.equals("future") ? "active" : "future";
        boolean activatedThen = activated != null && (!activated.isAfter(t) || (end != null && !end.isAfter(t)));
        return new Sprint(
                instance,
                id,
                name,
                boardId,
                board,
                ended ? "closed" : then,
                plannedStart,
                plannedEnd,
                activatedThen ? activated : null,
                completed == null || completed.isAfter(t) ? null : completed);
    }
}
