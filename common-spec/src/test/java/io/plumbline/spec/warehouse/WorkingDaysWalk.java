package io.plumbline.spec.warehouse;

import io.plumbline.spec.catalog.Weekday;
import io.plumbline.spec.catalog.WorkingCalendar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Working time the long way: from day to day on the local clock. */
final class WorkingDaysWalk {
    private static final BigDecimal DAY = new BigDecimal("86400000000");

    private WorkingDaysWalk() {}

    static BigDecimal between(Instant from, Instant to, WorkingCalendar calendar) {
        LocalDateTime first = LocalDateTime.ofInstant(from, calendar.timezone());
        LocalDateTime last = LocalDateTime.ofInstant(to, calendar.timezone());
        long micros = 0;
        for (LocalDate day = first.toLocalDate(); !day.isAfter(last.toLocalDate()); day = day.plusDays(1)) {
            LocalDateTime begin = latest(first, day.atStartOfDay());
            LocalDateTime end = earliest(last, day.plusDays(1).atStartOfDay());
            boolean works = calendar.workingDays().contains(Weekday.of(day))
                    && !calendar.holidays().contains(day);
            if (works && end.isAfter(begin)) {
                micros += ChronoUnit.MICROS.between(begin, end);
            }
        }
        return to.isBefore(from) ? BigDecimal.ZERO : BigDecimal.valueOf(micros).divide(DAY, MathContext.DECIMAL128);
    }

    private static LocalDateTime latest(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDateTime earliest(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}
