package io.plumbline.query.cache.redis;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** Counts what is wrong with Redis and measures what is stored there. */
@ApplicationScoped
public class RedisMeter {
    private final Map<RedisFault, Counter> faults = new EnumMap<>(RedisFault.class);
    private final DistributionSummary sizes;

    RedisMeter(MeterRegistry registry) {
        for (RedisFault fault : RedisFault.values()) {
            faults.put(
                    fault,
                    Counter.builder("cache_redis_faults")
                            .description("Commands of the cache to Redis that did not do what they should")
                            .tag("fault", fault.tag())
                            .register(registry));
        }
        sizes = DistributionSummary.builder("cache_stored")
                .description("Packed size of the answers stored in Redis")
                .baseUnit("bytes")
                .register(registry);
    }

    void count(RedisFault fault) {
        faults.get(fault).increment();
    }

    void stored(int bytes) {
        sizes.record(bytes);
    }
}
