package io.plumbline.query.compiler;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The instants between two midnights, without these. All ranges begin and end at midnights, so that their order to the
 * present is the same all day.
 *
 * @param begins the midnight before them
 * @param ends the midnight after them
 */
public record Day(Instant begins, Instant ends) {

    /** The day that the instant lies in. */
    static Day of(Instant instant, ZoneId zone) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        return new Day(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    boolean has(Instant instant) {
        return instant.isAfter(begins) && instant.isBefore(ends);
    }
}
