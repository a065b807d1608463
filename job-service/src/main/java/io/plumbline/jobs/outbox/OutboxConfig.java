package io.plumbline.jobs.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay works. */
@ConfigMapping(prefix = "plumbline.outbox")
public interface OutboxConfig {
    /** How often it is looked for what is to be published. */
    @WithDefault("0.2S")
    Duration every();

    /** How many records of one tenant are published at once: all that is held in memory. */
    @WithDefault("200")
    int batch();

    /** The most that the pause grows to while the broker is away. */
    @WithDefault("5S")
    Duration pauseAtMost();

    /** The most that the broker may take to confirm a record; meanwhile its row is locked. */
    @WithDefault("5S")
    Duration deliveryTimeout();
}
