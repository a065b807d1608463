package io.plumbline.jobs.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.plumbline.jobs.deadletter.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Counts and times live ingestion for the operators. */
@ApplicationScoped
public class IngestMeter {
    private final MeterRegistry meters;
    private final Timer delay;
    private volatile double lag;

    IngestMeter(MeterRegistry meters) {
        this.meters = meters;
        this.delay = Timer.builder("plumbline.ingest.delay")
                .description("Time from the claim of a record to its merge")
                .register(meters);
        Gauge.builder("plumbline.ingest.lag.seconds", this, meter -> meter.lag)
                .description("Age of the oldest record that waits for its merge, in any tenant")
                .register(meters);
    }

    void lag(double seconds) {
        lag = seconds;
    }

    void merged(List<WaitingRecord> records) {
        Instant now = Instant.now();
        for (WaitingRecord merged : records) {
            count(merged.source(), "merged", 1);
            Duration waited = Duration.between(merged.receivedAt(), now);
            delay.record(waited.isNegative() ? Duration.ZERO : waited);
        }
    }

    void count(Source source, String outcome, int records) {
        Counter.builder("plumbline.ingest.records")
                .description("Records of live ingestion, by what became of them")
                .tag("source", source.column())
                .tag("outcome", outcome)
                .register(meters)
                .increment(records);
    }
}
