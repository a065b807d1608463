package io.plumbline.acceptance.oracle.metric;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Working time of the standard calendar, Monday to Friday in UTC: the long way, from day to day. */
final class WorkingTime {
    private static final double DAY = Duration.ofDays(1).toMillis();

    private WorkingTime() {}

    static double days(Instant from, Instant to) {
        LocalDate last = LocalDate.ofInstant(to, ZoneOffset.UTC);
        long worked = 0;
        for (LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC); !day.isAfter(last); day = day.plusDays(1)) {
            worked += isOff(day) ? 0 : within(day, from, to);
        }
        return worked / DAY;
    }

    private static boolean isOff(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Milliseconds of the day between the instants. */
    private static long within(LocalDate day, Instant from, Instant to) {
        Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        long length = Duration.between(from.isAfter(begin) ? from : begin, to.isBefore(end) ? to : end)
                .toMillis();
        return Math.max(0, length);
    }
}
