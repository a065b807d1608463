package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.Period;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Window;
import java.time.LocalDate;

/** Windows of calendar periods in Java: their names and where the first of a range begins. */
final class Windows {
    private Windows() {}

    /** Begins the names of what is planned for the window. */
    static String name(Window window) {
        return switch (window) {
            case Window.Rolling rolling -> "rolling_" + rolling.periods() + "_";
            case Window.ToDate toDate -> toDate.granularity().wireName() + "_to_date_";
            case Window.Cumulative _ -> "cumulative_";
        };
    }

    /** The first day of the rows that the range's buckets count; null where that is open, as for sprints. */
    static LocalDate begin(Window window, Period range, Granularity granularity) {
        if (range.from() == null || window instanceof Window.Cumulative) {
            return range.from();
        }
        if (granularity == Granularity.SPRINT) {
            return null;
        }
        LocalDate first = Calendars.floor(range.from(), granularity);
        return switch (window) {
            case Window.Rolling rolling -> Calendars.minus(first, rolling.periods() - 1L, granularity);
            case Window.ToDate toDate -> Calendars.floor(first, toDate.granularity());
            case Window.Cumulative _ -> range.from();
        };
    }
}
