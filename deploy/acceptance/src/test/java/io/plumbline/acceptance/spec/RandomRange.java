package io.plumbline.acceptance.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import java.time.LocalDate;
import java.time.ZoneId;

/** Ranges of whole months, weeks, years and odd days; some open. */
public record RandomRange(Chance chance) {
    /** Writes the range into a spec. */
    public void write(ObjectNode spec, boolean bounded) {
        if (chance.of(0.75)) {
            spec.withObject("/time").put("timezone", chance.any("UTC", "Europe/Prague", "America/New_York"));
        }
        int kind = bounded ? chance.between(0, 5) : chance.between(0, 9);
        switch (kind) {
            case 0 -> months(spec, chance.between(1, 4));
            case 1 -> months(spec, 3);
            case 2 -> days(spec, LocalDate.of(2024, 10, 28).plusWeeks(chance.between(0, 12)), 7 * chance.between(1, 8));
            case 3 -> days(spec, LocalDate.of(2024, 10, 20).plusDays(chance.between(0, 100)), chance.between(1, 90));
            case 4 -> put(spec, LocalDate.of(2024, 1, 1), LocalDate.of(2026, 1, 1));
            case 5 -> intoTheFuture(spec);
            case 6 -> put(spec, LocalDate.of(2024, 12, 1).plusDays(chance.between(0, 40)), null);
            case 7 -> put(spec, null, LocalDate.of(2025, 1, 1).plusDays(chance.between(0, 60)));
            default -> {}
        }
    }

    /** Two months that have begun and some that have not. */
    private static void intoTheFuture(ObjectNode spec) {
        LocalDate month = LocalDate.now(ZoneId.of("UTC")).withDayOfMonth(1);
        put(spec, month.minusMonths(1), month.plusMonths(3));
    }

    private void months(ObjectNode spec, int count) {
        LocalDate from = LocalDate.of(2024, 10, 1).plusMonths(chance.between(0, 5));
        put(spec, from, from.plusMonths(count));
    }

    private static void days(ObjectNode spec, LocalDate from, int count) {
        put(spec, from, from.plusDays(count));
    }

    private static void put(ObjectNode spec, LocalDate from, LocalDate to) {
        ObjectNode time = spec.withObject("/time");
        if (from != null) {
            time.put("from", from.toString());
        }
        if (to != null) {
            time.put("to", to.toString());
        }
    }
}
