package io.plumbline.jobs.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what was published. How much waits is told by the overview, which looks at the table for all instances. */
@ApplicationScoped
public class OutboxMeter {
    private final Counter published;

    OutboxMeter(MeterRegistry registry) {
        this.published = Counter.builder("plumbline.jobs.outbox.published")
                .description("Records that Kafka was given")
                .register(registry);
    }

    void published(int count) {
        published.increment(count);
    }
}
