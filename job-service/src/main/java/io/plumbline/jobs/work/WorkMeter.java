package io.plumbline.jobs.work;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Counts attempts at jobs and what became of them, from 0 on: a count that begins with its first event has no increase. */
@Startup
@ApplicationScoped
public class WorkMeter {
    private static final List<String> OUTCOMES =
            List.of("completed", "failed", "cancelled", "retried", "released", "fenced");

    private final MeterRegistry registry;
    private final Counter takeovers;
    private final Counter fenced;

    WorkMeter(MeterRegistry registry) {
        this.registry = registry;
        this.takeovers = Counter.builder("plumbline.jobs.takeovers")
                .description("Jobs taken from a worker that gave no sign of life")
                .register(registry);
        this.fenced = Counter.builder("plumbline.jobs.fenced")
                .description("Workers that came back after their job was taken from them, and changed nothing")
                .register(registry);
        OUTCOMES.forEach(this::attempts);
    }

    void takenOver() {
        takeovers.increment();
    }

    void fencedOff() {
        fenced.increment();
    }

    /** @param outcome completed, failed, cancelled, retried, released or fenced */
    void ended(String outcome, Duration time) {
        attempts(outcome).increment();
        Timer.builder("plumbline.jobs.attempt.duration")
                .description("Time from the claim to the end of an attempt, by how it ended")
                .tag("outcome", outcome)
                .register(registry)
                .record(time);
    }

    private Counter attempts(String outcome) {
        return Counter.builder("plumbline.jobs.attempts")
                .description("Attempts at jobs by how they ended")
                .tag("outcome", outcome)
                .register(registry);
    }
}
