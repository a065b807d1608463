package io.plumbline.query.warming;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How much is made before it is asked. */
@ConfigMapping(prefix = "plumbline.warming")
public interface WarmingConfig {
    /** How many of a tenant's specs are made after a change; 0 makes none. */
    int specs();

    /** How long nothing may change before it begins. */
    Duration delay();
}
