package io.plumbline.query.compiler.plan;

import java.util.List;

/**
 * The day ends of each bucket.
 *
 * @param readings the instants, as stretches that end there
 * @param counts makes a row of each bucket, with the number of its day ends in {@link #DAYS}
 * @param joins from the counts to what was read at the day ends
 */
record DayEnds(Span readings, Relation counts, Joining joins) {
    static final String DAYS = "days";

    /** What to join to the step of counts, so that the step of readings, the last of them, comes beside each bucket. */
    @FunctionalInterface
    interface Joining {
        List<Join> of(String counts, String readings, Join.Kind kind);
    }
}
