package io.plumbline.jobs.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How jobs are run. */
@ConfigMapping(prefix = "plumbline.jobs")
public interface WorkConfig {
    /** How many jobs this process runs at once; 0: it runs none. */
    @WithDefault("4")
    int workers();

    /** Whether it runs jobs at all. */
    @WithDefault("true")
    boolean takesJobs();

    /** How long a job is its worker's without a sign of life; the same for all processes. */
    @WithDefault("15S")
    Duration lease();

    /** How often the sign of life is given. */
    @WithDefault("5S")
    Duration heartbeat();

    /** How often a running job is looked after: whether its end is wanted, and how far it is. */
    @WithDefault("0.4S")
    Duration watchEvery();

    /** How often it is looked for jobs that wait, and for leases that ran out; doorbells make the former sooner. */
    @WithDefault("1S")
    Duration sweepEvery();

    /** Rows that come no further for so long are given up. */
    @WithDefault("60S")
    Duration stall();

    /** The pause before the second attempt; it doubles with each. */
    @WithDefault("2S")
    Duration retryAfter();

    /** The longest pause. */
    @WithDefault("60S")
    Duration retryAtMost();

    /** How long query-service may take until the first row: longer than its limit for a job's statement. */
    @WithDefault("6M")
    Duration firstRow();

    /** The address of query-service. */
    URI queryUrl();
}
