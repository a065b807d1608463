package io.plumbline.translator.offline.write;

import io.plumbline.spec.TimeRange;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A range of time in words, both days included. */
final class TimeWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private TimeWords() {}

    /** @param snapshot whether the value is the state at the end of the range */
    static String of(TimeRange time, boolean snapshot) {
        if (time == null || (time.from() == null && time.to() == null)) {
            return snapshot ? "as of now" : "over all time";
        }
        var zone = time.timezone() == null ? "" : " (" + time.timezone() + ")";
        return (snapshot ? "at the end of the range " : "") + range(time) + zone;
    }

    private static String range(TimeRange time) {
        if (time.from() == null) {
            return "up to " + lastDay(time);
        }
        if (time.to() == null) {
            return "since " + time.from().format(DAY);
        }
        return time.to().equals(time.from().plusDays(1))
                ? "on " + time.from().format(DAY)
                : "from " + time.from().format(DAY) + " to " + lastDay(time);
    }

    private static String lastDay(TimeRange time) {
        LocalDate last = time.to().minusDays(1);
        return last.format(DAY);
    }
}
