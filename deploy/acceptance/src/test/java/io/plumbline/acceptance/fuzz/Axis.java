package io.plumbline.acceptance.fuzz;

import java.util.List;
import java.util.Map;

/** The time axis of a spec: the granularity of its {@code metric_time}, null where it has none. */
record Axis(String granularity) {
    static final List<String> CALENDAR = List.of("day", "week", "month", "quarter", "year");
    private static final Map<String, List<String>> LONGER = Map.of(
            "day", List.of("week", "month", "quarter", "year"),
            "month", List.of("quarter", "year"),
            "quarter", List.of("year"));

    boolean exists() {
        return granularity != null;
    }

    boolean isBySprint() {
        return "sprint".equals(granularity);
    }

    /** The periods that are made of whole buckets. */
    List<String> longer() {
        return exists() ? LONGER.getOrDefault(granularity, List.of()) : List.of();
    }

    /** The periods that a bucket is made of; any of them where there is no axis. */
    List<String> shorter() {
        return exists()
                ? CALENDAR.stream()
                        .filter(g -> LONGER.getOrDefault(g, List.of()).contains(granularity))
                        .toList()
                : CALENDAR;
    }
}
