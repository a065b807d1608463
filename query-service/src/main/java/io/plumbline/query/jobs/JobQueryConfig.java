package io.plumbline.query.jobs;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** The limits of a job's rows. */
@ConfigMapping(prefix = "plumbline.jobs")
interface JobQueryConfig {
    /** The most that one statement may take; after it the database cancels the statement. */
    Duration statementTimeout();

    /** How long job-service may take none of the rows: meanwhile a connection to the database waits. */
    Duration writePatience();
}
