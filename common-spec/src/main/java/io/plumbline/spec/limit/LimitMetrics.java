package io.plumbline.spec.limit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;

/** What the rate limits cost and do: {@code plumbline_limiter_decision_seconds} and {@code plumbline_limiter_redis}. */
final class LimitMetrics {
    static final String REDIS = "redis";
    static final String PROCESS = "process";

    private static final String DECISION = "plumbline.limiter.decision";

    private final MeterRegistry registry;

    LimitMetrics(MeterRegistry registry, RedisPresence presence) {
        this.registry = registry;
        Gauge.builder("plumbline.limiter.redis", presence, it -> it.isPresent() ? 1 : 0)
                .description("1 while Redis decides on rate limits, else 0")
                .register(registry);
    }

    void decided(String by, Verdict verdict, long nanos) {
        String refusedBy = verdict.refusal().map(it -> it.rate().name()).orElse("none");
        registry.timer(DECISION, "by", by, "outcome", verdict.admitted() ? "admitted" : "refused", "limit", refusedBy)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** A request was refused because Redis is away. */
    void closed() {
        registry.timer(DECISION, "by", PROCESS, "outcome", "closed", "limit", "none")
                .record(0, TimeUnit.NANOSECONDS);
    }
}
