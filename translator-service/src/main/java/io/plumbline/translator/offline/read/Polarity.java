package io.plumbline.translator.offline.read;

import java.util.Set;

/** Whether more of a metric is good, for "best" and "worst". A metric not listed here is better the lower it is. */
public final class Polarity {
    private static final Set<String> HIGHER_IS_BETTER = Set.of(
            "closed",
            "velocity",
            "completed_sp",
            "planned_sp",
            "throughput_ratio",
            "commitment_reliability",
            "say_do_ratio");

    private Polarity() {}

    public static boolean higherIsBetter(String metric) {
        return HIGHER_IS_BETTER.contains(metric);
    }
}
