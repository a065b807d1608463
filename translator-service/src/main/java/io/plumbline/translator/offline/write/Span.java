package io.plumbline.translator.offline.write;

import io.plumbline.spec.Comparison;
import io.plumbline.spec.Granularity;
import io.plumbline.translator.offline.time.Periods;
import io.plumbline.translator.offline.time.TimeReference;
import io.plumbline.translator.offline.time.TimeReference.Period;
import io.plumbline.translator.offline.time.TimeReference.Present;
import io.plumbline.translator.offline.time.TimeReference.PreviousPeriod;
import io.plumbline.translator.offline.time.TimeReference.PreviousYear;
import io.plumbline.translator.offline.time.TimeReference.Since;
import io.plumbline.translator.offline.time.TimeReference.Trailing;
import io.plumbline.translator.offline.time.TimeReference.Until;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A range as absolute days. A series is cut after today, because periods to come would be drawn as zeros; a window of
 * some units becomes as many whole periods of the series, the running one included.
 *
 * @param from inclusive; null means from the beginning
 * @param to exclusive; null means until now
 */
record Span(LocalDate from, LocalDate to) {
    private static final int MONTH_OF_DAYS = 31;
    private static final int QUARTER_OF_DAYS = 100;
    private static final int THREE_YEARS = 3 * 366;

    static final Span ALL = new Span(null, null);

    /** The days of a reference, without regard to a series; null means all time. */
    static Span of(TimeReference reference, LocalDate today) {
        var tomorrow = today.plusDays(1);
        return switch (reference) {
            case null -> ALL;
            case Period period -> new Span(period.from(), period.to());
            case Trailing window -> new Span(Periods.plus(window.unit(), tomorrow, -window.count()), tomorrow);
            case Since since -> new Span(since.from(), tomorrow);
            case Until until -> new Span(null, until.to());
            case Present p -> ALL;
            case PreviousPeriod p -> ALL;
            case PreviousYear y -> ALL;
        };
    }

    /** The days that a series by a granularity shows. */
    static Span ofSeries(TimeReference reference, LocalDate today, Granularity granularity, Comparison comparison) {
        var span = of(reference, today);
        var tomorrow = today.plusDays(1);
        if (reference instanceof Trailing window) {
            var from = window.unit() == granularity
                    ? Periods.plus(granularity, Periods.start(granularity, today), 1 - window.count())
                    : Periods.start(granularity, span.from());
            return new Span(from, tomorrow);
        }
        boolean cut = span.to() != null && span.to().isAfter(tomorrow) && comparison != Comparison.PREVIOUS_PERIOD;
        return cut ? new Span(span.from(), tomorrow) : span;
    }

    /**
     * The period that suits a series over these days.
     *
     * @param sprints whether values come once per sprint, so that short periods would mostly be empty
     */
    Granularity fittingGranularity(boolean sprints) {
        if (from == null || to == null) {
            return Granularity.MONTH;
        }
        long days = ChronoUnit.DAYS.between(from, to);
        if (days <= MONTH_OF_DAYS) {
            return sprints ? Granularity.WEEK : Granularity.DAY;
        }
        if (days <= QUARTER_OF_DAYS && !sprints) {
            return Granularity.WEEK;
        }
        return days <= THREE_YEARS ? Granularity.MONTH : Granularity.QUARTER;
    }
}
