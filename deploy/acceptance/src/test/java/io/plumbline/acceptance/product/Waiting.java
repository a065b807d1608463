package io.plumbline.acceptance.product;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what is to come, with patience for slow machines. */
final class Waiting {
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private Waiting() {}

    /**
     * Returns as soon as it is so.
     *
     * @return how long that took
     * @throws AssertionError where it does not come to it in time
     */
    static Duration until(Duration patience, BooleanSupplier wanted) {
        long from = System.nanoTime();
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() - from > patience.toNanos()) {
                throw new AssertionError("not within " + patience);
            }
            pause();
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
