package io.plumbline.query.receipt;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How receipts are kept. */
@ConfigMapping(prefix = "plumbline.receipts")
public interface ReceiptConfig {
    /** How long a receipt can be shown and verified; the database drops whole weeks that are older. */
    Duration retention();

    /** The most that writing one may hold an answer up; after it the answer goes out without a receipt. */
    Duration writeTimeout();
}
