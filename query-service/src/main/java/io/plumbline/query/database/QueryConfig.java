package io.plumbline.query.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of reading the warehouse. */
@ConfigMapping(prefix = "plumbline.database")
public interface QueryConfig {
    /** The most that one statement may take; after it the database cancels the statement. */
    Duration statementTimeout();

    /** How long the start waits for a database that does not answer, before the service gives up. */
    @WithDefault("60S")
    Duration startPatience();
}
