package io.plumbline.jobs.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long jobs are kept. */
@ConfigMapping(prefix = "plumbline.jobs")
public interface RetentionConfig {
    /** From a job's end on; less than a day counts as a day. */
    @WithDefault("30D")
    Duration keepJobs();

    /** How often it is looked for jobs that are older. */
    @WithDefault("1H")
    Duration sweepJobsEvery();
}
