package io.plumbline.catalog.trial;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;

/** Where query-service is, which tries metrics out. */
@ConfigMapping(prefix = "plumbline.query")
public interface TrialConfig {
    /** The address of query-service, without a path. */
    URI url();

    /** How long it may take to accept a connection. */
    Duration connectTimeout();

    /** How long a trial may take in all. */
    Duration trialTimeout();
}
