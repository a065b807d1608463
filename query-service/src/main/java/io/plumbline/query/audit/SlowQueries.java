package io.plumbline.query.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Complains of transactions that take long. The statements are told by their hashes: their values are nobody's business. */
@ApplicationScoped
public class SlowQueries {
    private static final Logger LOG = Logger.getLogger(SlowQueries.class);

    private final Duration limit;

    SlowQueries(AuditConfig config) {
        this.limit = config.slowQuery();
    }

    void check(AuditEntry entry, Outcome outcome, long rows) {
        Duration took = Duration.between(entry.startedAt(), Instant.now());
        if (took.compareTo(limit) >= 0) {
            Purpose purpose = entry.purpose();
            LOG.warnf(
                    "Slow query: kind=%s outcome=%s ms=%d rows=%d query_hash=%s sql_hash=%s",
                    purpose.kind().wireName(),
                    outcome.wireName(),
                    took.toMillis(),
                    rows,
                    purpose.specHash(),
                    String.join(",", purpose.sqlHashes()));
        }
    }
}
