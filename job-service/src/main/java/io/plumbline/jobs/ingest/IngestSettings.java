package io.plumbline.jobs.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of live ingestion. */
@ConfigMapping(prefix = "plumbline.ingest")
public interface IngestSettings {
    /** How many tenants are merged at once. */
    @WithDefault("2")
    int parallel();

    /** The most records of one merge. */
    @WithDefault("2000")
    int batch();

    /** How often it is looked for what another process has left. */
    @WithDefault("1S")
    Duration sweepEvery();

    /** From this age on, what waits is taken up by whichever process sees it. */
    @WithDefault("3S")
    Duration sweepAfter();

    /** How long a merge waits for another one of the tenant, a large import for example; then others have their turn. */
    @WithDefault("5S")
    Duration lockTimeout();

    /** How old or how far ahead a webhook's time may be. */
    @WithDefault("5M")
    Duration replayWindow();

    /** How long a webhook's secret is remembered without asking the database. */
    @WithDefault("10S")
    Duration secretAge();
}
