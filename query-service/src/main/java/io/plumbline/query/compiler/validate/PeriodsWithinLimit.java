package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Dimension;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.TimeRange;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** A range is not cut into more periods than anyone could read. */
final class PeriodsWithinLimit implements Rule {
    private static final int MOST = 4_000;

    @Override
    public void check(Subject subject, Faults faults) {
        TimeRange time = subject.spec().time();
        if (time == null || time.from() == null || time.to() == null) {
            return;
        }
        long days = ChronoUnit.DAYS.between(time.from(), time.to());
        new Columns(subject).metricTime().ifPresent(granularity -> check("/time", days, granularity, faults));
        subject.finerGroupings((pointer, _, dimension) -> {
            if (dimension.field().equals(Dimension.METRIC_TIME)) {
                check(pointer, days, RollupNests.period(dimension), faults);
            }
        });
    }

    private static void check(String pointer, long days, Granularity granularity, Faults faults) {
        if (periods(days, granularity) <= MOST) {
            return;
        }
        faults.misfit(
                pointer,
                "too_many_periods",
                "The range has %d periods of a %s; at most %d are allowed. Take a longer granularity or a shorter range."
                        .formatted(periods(days, granularity), granularity.wireName(), MOST),
                Arrays.stream(Granularity.values())
                        .filter(Granularity::isCalendar)
                        .filter(longer -> periods(days, longer) <= MOST)
                        .map(Granularity::wireName)
                        .toList());
    }

    private static long periods(long days, Granularity granularity) {
        return switch (granularity) {
            case DAY -> days;
            case WEEK -> days / 7;
            case MONTH -> days / 30;
            case QUARTER -> days / 91;
            case YEAR -> days / 365;
            case SPRINT -> 0;
        };
    }
}
