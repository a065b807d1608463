package io.plumbline.query.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of reading the warehouse. */
@ConfigMapping(prefix = "plumbline.database")
public interface QueryConfig {
    /** The most that one statement may take; after it the database cancels the statement. */
    Duration statementTimeout();

    /** How many transactions of one tenant may read at the same time: its share of the pool's connections. */
    int tenantTransactions();

    /** How many more of it may wait for their turn. */
    int tenantWaiting();

    /** How long they wait. */
    Duration tenantPatience();

    /** How long the start waits for a database that does not answer, before the service gives up. */
    @WithDefault("60S")
    Duration startPatience();
}
