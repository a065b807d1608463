package io.plumbline.query.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Time since a call came in. */
final class Stopwatch {
    private final long start = System.nanoTime();

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Milliseconds, to the microsecond. */
    double millis() {
        return TimeUnit.NANOSECONDS.toMicros(elapsed().toNanos()) / 1_000.0;
    }
}
