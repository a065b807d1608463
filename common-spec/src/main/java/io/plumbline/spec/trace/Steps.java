package io.plumbline.spec.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Measures the steps of a request: each is a member of its {@code Server-Timing} header and a span of its trace. */
public final class Steps {
    private static final String TRACER = "io.plumbline";

    private Steps() {}

    /** Measures work from its subscription to its end, whichever it is. */
    public static <T> Uni<T> time(String step, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Step running = new Step(step);
            return work.get()
                    .onTermination()
                    .invoke((_, failure, cancelled) -> running.end(failure != null || cancelled));
        });
    }

    /** Measures work that is done when it returns. */
    public static <T> T timed(String step, Supplier<T> work) {
        Step running = new Step(step);
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            running.end(!done);
        }
    }

    /** Begins a step whose end is seen elsewhere. */
    public static Step begin(String step) {
        return new Step(step);
    }

    /** A step that has begun. Its span holds a name and times alone: no value of a caller. */
    public static final class Step {
        private final String name;
        private final long start = System.nanoTime();
        private final Optional<Timings> timings = Timings.current();
        private final Span span;

        private Step(String name) {
            this.name = name;
            this.span = GlobalOpenTelemetry.getTracer(TRACER).spanBuilder(name).startSpan();
        }

        /** Ends it; what comes after the first time changes nothing of its span. */
        public void end(boolean failed) {
            timings.ifPresent(all -> all.add(name, Duration.ofNanos(System.nanoTime() - start)));
            if (failed) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }
}
