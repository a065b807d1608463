package io.plumbline.jobs.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells operators how many clients listen. */
@ApplicationScoped
public class StreamMeter {
    void register(@Observes StartupEvent event, MeterRegistry meters, StreamHub hub) {
        Gauge.builder("plumbline.jobs.streams", hub, StreamHub::open)
                .description("Clients that listen to a job's stream at this instance")
                .register(meters);
    }
}
