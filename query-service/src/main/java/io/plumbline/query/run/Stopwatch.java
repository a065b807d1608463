package io.plumbline.query.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Time since a call came in. */
public final class Stopwatch {
    private final long start = System.nanoTime();

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Milliseconds, to the microsecond. */
    public double millis() {
        return TimeUnit.NANOSECONDS.toMicros(elapsed().toNanos()) / 1_000.0;
    }
}
