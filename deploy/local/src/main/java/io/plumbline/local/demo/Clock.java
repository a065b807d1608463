package io.plumbline.local.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Where the demo teams sit and how their tracker writes instants. */
final class Clock {
    static final ZoneId ZONE = ZoneId.of("Europe/Prague");

    private static final DateTimeFormatter TRACKER = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT)
            .withZone(ZONE);
    private static final DateTimeFormatter BOARD = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
            .withZone(ZoneId.of("UTC"));

    private Clock() {}

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(ZONE).toInstant();
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** As issues carry it: {@code 2026-03-04T10:11:12.345+0100}. */
    static String issueTime(Instant at) {
        return TRACKER.format(at);
    }

    /** As sprints carry it: {@code 2026-03-04T09:11:12.345Z}. */
    static String sprintTime(Instant at) {
        return BOARD.format(at);
    }
}
