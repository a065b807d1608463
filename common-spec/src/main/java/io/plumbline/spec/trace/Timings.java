package io.plumbline.spec.trace;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How long the steps of one request took so far; kept beside the request itself. */
public final class Timings {
    private static final String KEY = Timings.class.getName();
    private static final double NANOS_PER_MILLI = 1_000_000.0;

    private final long start = System.nanoTime();
    private final Map<String, Duration> steps = new LinkedHashMap<>();

    private Timings() {}

    /** Starts the clock of the present request. */
    public static void begin() {
        Context context = Vertx.currentContext();
        if (context != null && VertxContext.isDuplicatedContext(context)) {
            context.putLocal(KEY, new Timings());
        }
    }

    /** Those of the present request; empty outside of requests. */
    public static Optional<Timings> current() {
        Context context = Vertx.currentContext();
        return context != null && VertxContext.isDuplicatedContext(context)
                ? Optional.ofNullable(context.getLocal(KEY))
                : Optional.empty();
    }

    /** Adds to a step; a step that is taken twice has the sum. */
    public synchronized void add(String step, Duration took) {
        steps.merge(step, took, Duration::plus);
    }

    /** As a {@code Server-Timing} header, in milliseconds; the last member is the time since the request came in. */
    synchronized String header() {
        Duration total = Duration.ofNanos(System.nanoTime() - start);
        Map<String, Duration> all = new LinkedHashMap<>(steps);
        all.put("total", total);
        return all.entrySet().stream()
                .map(step -> String.format(
                        Locale.ROOT,
                        "%s;dur=%.3f",
                        step.getKey(),
                        step.getValue().toNanos() / NANOS_PER_MILLI))
                .collect(Collectors.joining(", "));
    }
}
