package io.plumbline.translator.offline.time;

import io.plumbline.spec.Granularity;
import io.plumbline.translator.offline.time.TimeReference.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** Calendar arithmetic on whole units. */
public final class Periods {
    private Periods() {}

    /** The first day of the unit that holds a day. */
    public static LocalDate start(Granularity unit, LocalDate day) {
        return switch (unit) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> day.withDayOfYear(1);
            case SPRINT -> throw new IllegalArgumentException("a sprint is no calendar period");
        };
    }

    /** A day moved by a number of units. */
    public static LocalDate plus(Granularity unit, LocalDate day, int count) {
        return switch (unit) {
            case DAY -> day.plusDays(count);
            case WEEK -> day.plusWeeks(count);
            case MONTH -> day.plusMonths(count);
            case QUARTER -> day.plusMonths(3L * count);
            case YEAR -> day.plusYears(count);
            case SPRINT -> throw new IllegalArgumentException("a sprint is no calendar period");
        };
    }

    /** {@code count} whole units, the first of which is {@code offset} units from the one that holds a day. */
    public static Period units(Granularity unit, LocalDate day, int offset, int count) {
        var from = plus(unit, start(unit, day), offset);
        return new Period(from, plus(unit, from, count), unit);
    }

    /** The whole unit that holds a day. */
    public static Period holding(Granularity unit, LocalDate day) {
        return units(unit, day, 0, 1);
    }

    /** The range of the same number of units before a period. */
    public static Period before(Period period) {
        int count = 0;
        for (var day = period.from(); day.isBefore(period.to()); day = plus(period.unit(), day, 1)) {
            count++;
        }
        return new Period(plus(period.unit(), period.from(), -count), period.from(), period.unit());
    }

    /** The same dates a year before. */
    public static Period yearBefore(Period period) {
        return new Period(period.from().minusYears(1), period.to().minusYears(1), period.unit());
    }
}
