package io.plumbline.jobs.imports;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Counts and times imports for the operators. */
@ApplicationScoped
public class ImportMeter {
    private final Counter accepted;
    private final Counter rejected;
    private final Counter failures;
    private final Timer duration;

    ImportMeter(MeterRegistry meters) {
        this.accepted = lines(meters, "accepted");
        this.rejected = lines(meters, "rejected");
        this.failures = Counter.builder("plumbline.import.failures")
                .description("Imports that failed and changed nothing")
                .register(meters);
        this.duration = Timer.builder("plumbline.import.duration")
                .description("Time from the start of an import to its end, without waiting")
                .publishPercentileHistogram(false)
                .register(meters);
    }

    void completed(long acceptedLines, long rejectedLines, Duration time) {
        accepted.increment((double) acceptedLines);
        rejected.increment((double) rejectedLines);
        duration.record(time);
    }

    void failed() {
        failures.increment();
    }

    private static Counter lines(MeterRegistry meters, String outcome) {
        return Counter.builder("plumbline.import.lines")
                .description("Lines of completed imports")
                .tag("outcome", outcome)
                .register(meters);
    }
}
