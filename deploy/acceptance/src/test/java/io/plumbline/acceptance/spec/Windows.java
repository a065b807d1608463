package io.plumbline.acceptance.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import java.util.List;

/** Random windows over periods of a length. */
record Windows(Chance chance) {
    private static final List<String> NESTING = List.of("day", "month", "quarter", "year");

    /** Whether there is one: the state at the end of each period has none. */
    static boolean fit(Metric metric, String agg) {
        return !metric.isSnapshot() || (!metric.isAge() && agg != null && !agg.equals("last"));
    }

    /** A running total is compared with no sprints before it. */
    void write(ObjectNode measure, String grain, boolean compared) {
        ObjectNode window = measure.putObject("window");
        List<String> longer = longer(grain);
        int first = compared && grain.equals("sprint") ? 1 : 0;
        switch (chance.between(first, longer.isEmpty() ? 1 : 2)) {
            case 0 -> window.put("type", "cumulative");
            case 1 -> window.put("type", "rolling").put("periods", chance.between(2, 6));
            default -> window.put("type", "to_date").put("granularity", chance.any(longer));
        }
    }

    private static List<String> longer(String grain) {
        if (grain.equals("sprint")) {
            return List.of();
        }
        if (grain.equals("day")) {
            return List.of("week", "month", "quarter", "year");
        }
        return NESTING.contains(grain) ? NESTING.subList(NESTING.indexOf(grain) + 1, NESTING.size()) : List.of();
    }
}
