package io.plumbline.query.cache.kept;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How long and how much is kept of answers. */
@ConfigMapping(prefix = "plumbline.cache")
public interface CacheConfig {
    /** How long an answer is given again; 0 keeps none. */
    Duration ttl();

    /** How much longer it is kept for callers who take a stale one. */
    Duration staleFor();

    /** How old what is known of a tenant's data version may be. */
    Duration versionCheck();

    /** The most that kept answers take in this process. */
    MemorySize memory();

    /** The largest answer that is kept. */
    MemorySize largest();

    /** How long an answer of Redis is waited for. */
    Duration redisTimeout();

    /** After how long without a sign of life another instance's run of the same spec is taken to be dead. */
    Duration lease();

    /** How long another instance's run of the same spec is waited for. */
    Duration patience();

    /** How often it is written down what was asked. */
    Duration statisticsEvery();
}
