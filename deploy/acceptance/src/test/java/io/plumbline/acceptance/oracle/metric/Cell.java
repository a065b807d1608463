package io.plumbline.acceptance.oracle.metric;

import java.util.Map;

/**
 * A number of the answer.
 *
 * @param value null where there is nothing to say
 * @param parts a composite's contributions by name; null for other metrics
 * @param n how many values are behind it
 * @param why the reason of a missing value; null where there is one
 */
public record Cell(Double value, Map<String, Double> parts, int n, String why) {
    /** Nothing to compute from. */
    public static final String NO_DATA = "no_data";

    /** There is data, but no number is defined. */
    public static final String NOT_APPLICABLE = "not_applicable";

    /** Fewer values than it needs. */
    public static final String INSUFFICIENT = "insufficient_n";

    /** The number of no values. */
    static Cell ofNothing(Double value) {
        return of(value, 0, NO_DATA);
    }

    /** @param why what to say if there is no value */
    static Cell of(Double value, int n, String why) {
        return new Cell(value, null, n, value == null ? why : null);
    }
}
