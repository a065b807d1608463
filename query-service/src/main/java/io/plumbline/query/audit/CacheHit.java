package io.plumbline.query.audit;

import java.time.Duration;

/** An entry that was answered out of the cache: nothing ran, so it is complete at once. */
record CacheHit(AuditEntry entry, long rows, double durationMs) implements AuditRecord {
    static CacheHit of(AuditEntry entry, long rows, Duration took) {
        return new CacheHit(entry, rows, AuditOutcome.millis(took));
    }
}
