package io.plumbline.query.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Counts where answers came from. */
@ApplicationScoped
public class CacheMeter {
    /** The weight of one answer in the rate, which so speaks of the last few hundred. */
    private static final double WEIGHT = 1 / 256.0;

    private final Map<Source, Counter> answers = new EnumMap<>(Source.class);
    private final AtomicReference<Double> rate = new AtomicReference<>(Double.NaN);

    CacheMeter(MeterRegistry registry) {
        for (Source source : Source.values()) {
            answers.put(
                    source,
                    Counter.builder("cache_requests")
                            .description("Answers by where they came from")
                            .tag("outcome", source.tag())
                            .register(registry));
        }
        Gauge.builder("cache_hit_rate", rate, AtomicReference::get)
                .description("Share of answers that came from the cache, of the last few hundred where it was asked")
                .register(registry);
    }

    void count(Source source) {
        answers.get(source).increment();
        if (source != Source.FRESH) {
            double hit = source.isCached() ? 1 : 0;
            rate.updateAndGet(before -> before.isNaN() ? hit : before + (hit - before) * WEIGHT);
        }
    }
}
