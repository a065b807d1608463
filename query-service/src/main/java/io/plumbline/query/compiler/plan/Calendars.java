package io.plumbline.query.compiler.plan;

import io.plumbline.spec.Granularity;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** Calendar periods in Java; must agree with the database's {@code date_trunc}. */
final class Calendars {
    private Calendars() {}

    /** The first day of the period that the day lies in. */
    static LocalDate floor(LocalDate day, Granularity granularity) {
        return switch (granularity) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> day.withDayOfYear(1);
            case SPRINT -> throw new IllegalArgumentException("a sprint is no calendar period");
        };
    }

    /** The first day so many periods earlier. */
    static LocalDate minus(LocalDate first, long periods, Granularity granularity) {
        return switch (granularity) {
            case DAY -> first.minusDays(periods);
            case WEEK -> first.minusWeeks(periods);
            case MONTH -> first.minusMonths(periods);
            case QUARTER -> first.minusMonths(3 * periods);
            case YEAR -> first.minusYears(periods);
            case SPRINT -> throw new IllegalArgumentException("a sprint is no calendar period");
        };
    }

    /** How many periods lie between two first days. */
    static long between(LocalDate from, LocalDate to, Granularity granularity) {
        return switch (granularity) {
            case DAY -> ChronoUnit.DAYS.between(from, to);
            case WEEK -> ChronoUnit.WEEKS.between(from, to);
            case MONTH -> ChronoUnit.MONTHS.between(from, to);
            case QUARTER -> ChronoUnit.MONTHS.between(from, to) / 3;
            case YEAR -> ChronoUnit.YEARS.between(from, to);
            case SPRINT -> throw new IllegalArgumentException("a sprint is no calendar period");
        };
    }
}
