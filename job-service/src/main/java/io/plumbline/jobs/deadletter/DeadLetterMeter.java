package io.plumbline.jobs.deadletter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** Counts dead letters for the operators. */
@ApplicationScoped
public class DeadLetterMeter {
    private final Map<Source, Counter> letters = new EnumMap<>(Source.class);

    DeadLetterMeter(MeterRegistry meters) {
        for (Source source : Source.values()) {
            letters.put(
                    source,
                    Counter.builder("plumbline.dead.letters")
                            .description("Records that could not be taken in")
                            .tag("source", source.column())
                            .register(meters));
        }
    }

    void count(Source source) {
        letters.get(source).increment();
    }
}
