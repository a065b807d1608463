package io.plumbline.jobs.work;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long the pause before the next attempt is: it doubles, and is a fifth more or less so that not all come at once. */
final class Backoff {
    private static final double SPREAD = 0.2;
    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final Duration most;
    private final RandomGenerator random;

    Backoff(Duration first, Duration most, RandomGenerator random) {
        this.first = first;
        this.most = most;
        this.random = random;
    }

    /**
     * The pause.
     *
     * @param attempt that failed, from 1
     * @param asked what whoever failed asks for at least
     */
    Duration after(int attempt, Duration asked) {
        double doubled = (double) first.toMillis() * (double) (1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        double capped = Math.min(Math.max(doubled, (double) asked.toMillis()), (double) most.toMillis());
        return Duration.ofMillis(Math.round(capped * random.nextDouble(1 - SPREAD, 1 + SPREAD)));
    }
}
