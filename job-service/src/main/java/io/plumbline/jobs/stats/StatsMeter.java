package io.plumbline.jobs.stats;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Tells operators how old the materialized views may be, and what they cost. */
@ApplicationScoped
public class StatsMeter {
    private final Timer duration;
    private final Counter failures;
    private volatile long seenFresh = System.nanoTime();

    StatsMeter(MeterRegistry meters) {
        this.duration = Timer.builder("plumbline.stats.refresh.duration")
                .description("Time that refreshing the materialized views took")
                .register(meters);
        this.failures = Counter.builder("plumbline.stats.refresh.failures")
                .description("Refreshes of the materialized views that failed")
                .register(meters);
        Gauge.builder("plumbline.stats.age", this, StatsMeter::seconds)
                .description(
                        "Time since this instance last saw the materialized views of the present data, or since it started")
                .baseUnit("seconds")
                .register(meters);
    }

    void fresh() {
        seenFresh = System.nanoTime();
    }

    void refreshed(Duration time) {
        duration.record(time);
        fresh();
    }

    void failed() {
        failures.increment();
    }

    private double seconds() {
        return (System.nanoTime() - seenFresh) / 1e9;
    }
}
