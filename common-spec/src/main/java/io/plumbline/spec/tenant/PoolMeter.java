package io.plumbline.spec.tenant;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts who waits for a connection and who has one. */
@Singleton
final class PoolMeter {
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger borrowed = new AtomicInteger();
    private final Timer wait;
    private final Counter refused;

    PoolMeter(MeterRegistry registry) {
        Gauge.builder("database_pool_waiting", waiting, AtomicInteger::get)
                .description("Transactions that wait for a connection")
                .register(registry);
        Gauge.builder("database_pool_borrowed", borrowed, AtomicInteger::get)
                .description("Transactions that have a connection")
                .register(registry);
        wait = Timer.builder("database_pool_wait")
                .description("Time until a transaction had a connection")
                .register(registry);
        refused = Counter.builder("database_pool_refused")
                .description("Transactions that got no connection: in time, or because too many waited")
                .register(registry);
    }

    void asked() {
        waiting.incrementAndGet();
    }

    void borrowed(Duration waited) {
        waiting.decrementAndGet();
        borrowed.incrementAndGet();
        wait.record(waited);
    }

    void gaveBack() {
        borrowed.decrementAndGet();
    }

    void leftWithout(boolean wasRefused) {
        waiting.decrementAndGet();
        if (wasRefused) {
            refused.increment();
        }
    }
}
