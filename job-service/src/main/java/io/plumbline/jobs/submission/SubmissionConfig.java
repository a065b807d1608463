package io.plumbline.jobs.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How records are dealt with that come at a bad time. */
@ConfigMapping(prefix = "plumbline.submission")
public interface SubmissionConfig {
    /** The pause before a record is tried again that could not be handled just now; it doubles. */
    @WithDefault("0.5S")
    Duration retryAfter();

    /** The longest pause. */
    @WithDefault("10S")
    Duration retryAtMost();
}
