package io.plumbline.query.audit;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How the audit is kept. */
@ConfigMapping(prefix = "plumbline.audit")
public interface AuditConfig {
    /** How long an entry can be read; the database drops whole weeks that are older. */
    Duration retention();

    /** How long after its time limit a transaction's outcome may still come; after it, the outcome is unknown. */
    Duration grace();

    /** How often what needs no caller to wait is written: hits of the cache, and outcomes without a receipt. */
    Duration writeEvery();

    /** From how long on a transaction is complained of in the log. */
    Duration slowQuery();

    /** How much of that may wait while the database is away; the oldest goes first. */
    int mostWaiting();
}
