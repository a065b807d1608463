package io.plumbline.acceptance.oracle.metric;

import java.time.LocalDate;
import java.util.Map;

/** A metric as asked for: with its aggregation and parameters. */
public interface Metric {
    /** The number of each group that has rows. */
    Map<Key, Cell> compute(Frame frame);

    /** The number of a group or period without rows: 0 for counts and sums, null for others. */
    Cell empty(Frame frame, LocalDate bucket);
}
