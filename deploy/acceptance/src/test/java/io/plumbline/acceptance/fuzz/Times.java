package io.plumbline.acceptance.fuzz;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Right ranges, zones, comparisons and instants. */
final class Times {
    private static final LocalDate FIRST = LocalDate.of(2024, 10, 1);

    private final Chance chance;
    private final Axis axis;
    private final boolean compared;

    Times(Chance chance, Axis axis, boolean compared) {
        this.chance = chance;
        this.axis = axis;
        this.compared = compared;
    }

    ObjectNode make() {
        ObjectNode time = JsonNodeFactory.instance.objectNode();
        if (chance.of(0.6)) {
            time.put(
                    "timezone",
                    chance.any("UTC", "Europe/Prague", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"));
        }
        range(time);
        if (axis.exists() && chance.of(0.2)) {
            time.put("granularity", axis.granularity());
        }
        if (compared) {
            compare(time);
        }
        if (chance.of(0.12)) {
            time.put(
                    "as_of",
                    chance.any(
                            "2025-01-15",
                            "2024-11-03",
                            "2025-03-30T01:30:00Z",
                            "2025-02-01T00:00:00+01:00",
                            "1999-01-01"));
        }
        return time;
    }

    private void range(ObjectNode time) {
        boolean both = compared && !axis.isBySprint();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        int kind = chance.between(0, both ? 3 : 7);
        int longest = "day".equals(axis.granularity()) ? 45 : 500;
        LocalDate from = FIRST.plusDays(chance.between(0, 200));
        switch (kind) {
            case 0 -> put(time, from.withDayOfMonth(1), from.withDayOfMonth(1).plusMonths(1));
            case 1, 2 -> put(time, from, from.plusDays(chance.between(1, longest)));
            case 3 -> put(time, today.minusDays(20), today.plusDays(20));
            case 4 -> put(time, axis.exists() ? from.plusMonths(2) : from, null);
            case 5 -> put(time, null, from);
            default -> {}
        }
    }

    private static void put(ObjectNode time, LocalDate from, LocalDate to) {
        if (from != null) {
            time.put("from", from.toString());
        }
        if (to != null) {
            time.put("to", to.toString());
        }
    }

    private void compare(ObjectNode time) {
        if (axis.isBySprint()) {
            time.put("compare", "previous_sprints");
            if (chance.of(0.6)) {
                time.put("sprints", chance.between(1, 20));
            }
        } else {
            time.put("compare", chance.any("previous_period", "previous_year"));
        }
    }
}
