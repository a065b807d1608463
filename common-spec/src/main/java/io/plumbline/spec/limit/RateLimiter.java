package io.plumbline.spec.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Decides whether a caller may send one more request: Redis does, or this process while Redis is away. */
@Singleton
final class RateLimiter {
    /** Redis is looked for more often than that. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Meters meters;
    private final RedisLimiter redis;
    private final RedisPresence presence;
    private final LocalLimiter local;
    private final LimitMetrics metrics;

    RateLimiter(Meters meters, RedisLimiter redis, RedisPresence presence, LocalLimiter local, MeterRegistry registry) {
        this.meters = meters;
        this.redis = redis;
        this.presence = presence;
        this.local = local;
        this.metrics = new LimitMetrics(registry, presence);
    }

    /**
     * Decides on a request.
     *
     * @param closed whether it is refused while Redis is away, because it costs too much to be let in by guess
     * @return fails with a problem (503) where Redis is away and {@code closed}
     */
    Uni<Verdict> decide(Caller caller, boolean closed) {
        long start = System.nanoTime();
        List<List<Meter>> groups = meters.of(caller);
        if (!presence.isPresent()) {
            return alone(groups, closed);
        }
        return redis.decide(groups)
                .invoke(verdict -> metrics.decided(LimitMetrics.REDIS, verdict, System.nanoTime() - start))
                .onFailure()
                .recoverWithUni(failure -> {
                    presence.lost(failure);
                    return alone(groups, closed);
                });
    }

    private Uni<Verdict> alone(List<List<Meter>> groups, boolean closed) {
        if (closed) {
            metrics.closed();
            return Uni.createFrom()
                    .failure(new ProblemException(
                                    CommonProblem.UNAVAILABLE,
                                    "Rate limits can't be checked just now, so nothing was started. Try again soon.")
                            .withRetryAfter(RETRY));
        }
        long start = System.nanoTime();
        Verdict verdict = local.decide(groups.stream().flatMap(List::stream).toList());
        metrics.decided(LimitMetrics.PROCESS, verdict, System.nanoTime() - start);
        return Uni.createFrom().item(verdict);
    }
}
