package io.plumbline.query.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * What became of an entry.
 *
 * @param rows that the caller got
 * @param durationMs from the entry's start
 * @param receipt that was kept; null where none was
 */
public record AuditOutcome(
        AuditEntry entry, Outcome outcome, long rows, double durationMs, UUID receipt, Instant endedAt)
        implements AuditRecord {

    /** An outcome of this instant. */
    public static AuditOutcome of(AuditEntry entry, Outcome outcome, long rows, UUID receipt) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new AuditOutcome(entry, outcome, rows, millis(Duration.between(entry.startedAt(), now)), receipt, now);
    }

    /** Milliseconds, to the microsecond; a clock that was set back gives 0. */
    static double millis(Duration duration) {
        return Math.max(0, TimeUnit.NANOSECONDS.toMicros(duration.toNanos())) / 1_000.0;
    }
}
