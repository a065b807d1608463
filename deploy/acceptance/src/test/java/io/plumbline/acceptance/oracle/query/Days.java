package io.plumbline.acceptance.oracle.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/** Comparison of an instant with days of a time zone, or with instants where the operand is a date-time. */
record Days(String op, ZoneId zone) {
    boolean matches(Instant at, List<Object> operands) {
        String first = operands.getFirst().toString();
        return switch (op) {
            case "=" -> !at.isBefore(begin(first)) && isWithin(at, first);
            case "<" -> at.isBefore(begin(first));
            case "<=" -> isWithin(at, first);
            case ">" -> !isWithin(at, first);
            case ">=" -> !at.isBefore(begin(first));
            case "between" ->
                !at.isBefore(begin(first)) && isWithin(at, operands.get(1).toString());
            default -> throw new IllegalArgumentException(op);
        };
    }

    private Instant begin(String text) {
        if (isDay(text)) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    /** Not after the day's end, or not after the instant. */
    private boolean isWithin(Instant at, String text) {
        if (isDay(text)) {
            return at.isBefore(
                    LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant());
        }
        return !at.isAfter(begin(text));
    }

    private static boolean isDay(String text) {
        return text.length() == 10;
    }
}
