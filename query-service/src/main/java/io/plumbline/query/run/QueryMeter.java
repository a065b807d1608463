package io.plumbline.query.run;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/** Measures and logs each run by how it ended. */
@ApplicationScoped
public class QueryMeter {
    private static final Logger LOG = Logger.getLogger(QueryMeter.class);
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
    };

    private final MeterRegistry registry;

    QueryMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Starts a watch, runs the work and records its end, whichever way it ends.
     *
     * @param total the number of rows that an answer tells
     */
    <T> Uni<T> observe(Function<Stopwatch, Uni<T>> work, ToLongFunction<T> total) {
        return observe(work, total, _ -> false);
    }

    /**
     * The same for answers that may come out of the cache: those are too cheap for a line in the log.
     *
     * @param cached whether an answer did
     */
    <T> Uni<T> observe(Function<Stopwatch, Uni<T>> work, ToLongFunction<T> total, Predicate<T> cached) {
        return Uni.createFrom().deferred(() -> {
            Stopwatch watch = new Stopwatch();
            return Uni.createFrom()
                    .deferred(() -> work.apply(watch))
                    .onItem()
                    .invoke(answer -> record("ok", cached.test(answer), watch, total.applyAsLong(answer)))
                    .onFailure()
                    .invoke(failure -> record(outcome(failure), false, watch, 0))
                    .onCancellation()
                    .invoke(() -> record("cancelled", false, watch, 0));
        });
    }

    private void record(String outcome, boolean cached, Stopwatch watch, long rows) {
        Timer.builder("query_duration")
                .description("Time from a call of run to its answer, by how it ended and from where it came")
                .tag("outcome", outcome)
                .tag("cached", Boolean.toString(cached))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(watch.elapsed());
        LOG.logf(cached ? Level.DEBUG : Level.INFO, "Query %s: %d rows in %.1f ms", outcome, rows, watch.millis());
    }

    private static String outcome(Throwable failure) {
        if (!(failure instanceof ProblemException problem)) {
            return "failed";
        }
        return switch (problem.type().kind()) {
            case CALLER -> "rejected";
            case LIMIT -> problem.type() == CommonProblem.TIMEOUT ? "timeout" : "rejected";
            case DEPENDENCY -> "unavailable";
            case INTERNAL -> "failed";
        };
    }
}
