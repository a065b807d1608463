package io.plumbline.jobs.result;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long results are kept. */
@ConfigMapping(prefix = "plumbline.jobs")
public interface ResultConfig {
    /** From the completion of the job on. */
    @WithDefault("7D")
    Duration keepResults();

    /** How often results whose time is over are dropped. */
    @WithDefault("1M")
    Duration sweepResultsEvery();

    /** A reader who takes nothing of a result for so long is cut off. */
    @WithDefault("30S")
    Duration readPatience();
}
