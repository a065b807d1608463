package io.plumbline.query.compiler.resolve;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days from {@code from}, inclusive, to {@code to}, exclusive, in a zone; a null bound is open. */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {

    /** The first instant; null where open. */
    public Instant start() {
        return from == null ? null : startOfDay(from, zone);
    }

    /** The first instant after the period; null where open. */
    public Instant end() {
        return to == null ? null : startOfDay(to, zone);
    }

    /** The end, or the present where that comes first. */
    public Instant until(Instant now) {
        Instant end = end();
        return end == null || end.isAfter(now) ? now : end;
    }

    /** Whether nothing of it has begun yet. */
    public boolean isFuture(Instant now) {
        return from != null && !start().isBefore(now);
    }

    public boolean isBounded() {
        return from != null && to != null;
    }

    static Instant startOfDay(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
