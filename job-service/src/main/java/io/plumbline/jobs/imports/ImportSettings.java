package io.plumbline.jobs.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of imports. */
@ConfigMapping(prefix = "plumbline.imports")
public interface ImportSettings {
    /** Folder for uploaded files until they are imported. It must outlive a restart. */
    Path spool();

    /** How many imports run at once, each of another tenant. */
    @WithDefault("2")
    int parallel();

    /** How many rejections of one import are kept with line and reason; all of them are counted. */
    @WithDefault("100000")
    int keptRejections();

    /** How long the pause before the first of at most five new tries is, where the database was away; it doubles. */
    @WithDefault("2S")
    Duration retryAfter();
}
