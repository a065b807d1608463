package io.plumbline.acceptance.oracle.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The days an answer covers, from inclusive, to exclusive; null is unbounded. */
public record Range(LocalDate from, LocalDate to, ZoneId zone) {

    public Instant start() {
        return from == null ? null : from.atStartOfDay(zone).toInstant();
    }

    public Instant end() {
        return to == null ? null : to.atStartOfDay(zone).toInstant();
    }

    public boolean holds(Instant at) {
        return (from == null || !at.isBefore(start())) && (to == null || at.isBefore(end()));
    }

    /** As many whole units before; months where it is whole months, else weeks, else days: both are days. */
    public Range previousPeriod() {
        if (from.getDayOfMonth() == 1 && to.getDayOfMonth() == 1) {
            long months = ChronoUnit.MONTHS.between(from, to);
            return new Range(from.minusMonths(months), from, zone);
        }
        return new Range(from.minusDays(ChronoUnit.DAYS.between(from, to)), from, zone);
    }

    /** The same dates a year earlier. */
    public Range previousYear() {
        return new Range(from.minusYears(1), to.minusYears(1), zone);
    }
}
