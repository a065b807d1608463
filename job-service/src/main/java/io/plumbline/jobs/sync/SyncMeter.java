package io.plumbline.jobs.sync;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Counts and times syncs for the operators. */
@ApplicationScoped
class SyncMeter {
    private final MeterRegistry meters;
    private final Timer duration;
    private final Counter fenced;
    private final Counter throttled;

    SyncMeter(MeterRegistry meters) {
        this.meters = meters;
        this.duration = Timer.builder("plumbline.sync.duration")
                .description("Time of completed syncs, their last attempt only")
                .register(meters);
        this.fenced = Counter.builder("plumbline.sync.fenced")
                .description("Syncs that found their connection taken over and stopped")
                .register(meters);
        this.throttled = Counter.builder("plumbline.sync.throttled")
                .description("Answers of trackers that asked to slow down (429)")
                .register(meters);
        for (String outcome : new String[] {"completed", "failed", "cancelled", "waiting"}) {
            runs(outcome);
        }
    }

    void completed(Duration time) {
        duration.record(time);
    }

    void ended(String outcome, long throttles) {
        runs(outcome).increment();
        throttled.increment((double) throttles);
    }

    void fenced() {
        fenced.increment();
    }

    private Counter runs(String outcome) {
        return Counter.builder("plumbline.sync.runs")
                .description("How attempts of syncs ended")
                .tag("outcome", outcome)
                .register(meters);
    }
}
