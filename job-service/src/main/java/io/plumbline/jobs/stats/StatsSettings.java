package io.plumbline.jobs.stats;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the materialized views. */
@ConfigMapping(prefix = "plumbline.stats")
public interface StatsSettings {
    /** How long after an import they are refreshed; imports that end meanwhile share the refresh. */
    @WithDefault("20S")
    Duration afterImport();

    /** How often it is looked whether they are of the present data, whoever changed it. */
    @WithDefault("5M")
    Duration every();

    /** After so long a refresh is given up; the next one begins anew. */
    @WithDefault("10M")
    Duration timeout();
}
