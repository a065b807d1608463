package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Granularity;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** A calendar period by its first day, as rows of an answer show it. */
public record Bucket(LocalDate first, Granularity granularity) {

    /** The period that begins on that day; empty where it is no text of a day or no period of the calendar begins on it. */
    public static Optional<Bucket> find(Object day, Granularity granularity) {
        try {
            LocalDate first = LocalDate.parse(day instanceof String text ? text : "");
            return floor(first, granularity).equals(first)
                    ? Optional.of(new Bucket(first, granularity))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The first day after it. */
    public LocalDate end() {
        return switch (granularity) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
            case YEAR -> first.plusYears(1);
            case SPRINT -> throw new IllegalStateException("a sprint is no calendar period");
        };
    }

    /** The first day of the period so many before this one. */
    public LocalDate back(int periods) {
        return switch (granularity) {
            case DAY -> first.minusDays(periods);
            case WEEK -> first.minusWeeks(periods);
            case MONTH -> first.minusMonths(periods);
            case QUARTER -> first.minusMonths(3L * periods);
            case YEAR -> first.minusYears(periods);
            case SPRINT -> throw new IllegalStateException("a sprint is no calendar period");
        };
    }

    /** The first day of the period that encloses this one. */
    public LocalDate within(Granularity longer) {
        return floor(first, longer);
    }

    private static LocalDate floor(LocalDate day, Granularity granularity) {
        return switch (granularity) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> day.withDayOfYear(1);
            case SPRINT -> throw new IllegalStateException("a sprint is no calendar period");
        };
    }
}
