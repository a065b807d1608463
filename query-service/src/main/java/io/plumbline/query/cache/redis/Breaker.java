package io.plumbline.query.cache.redis;

/** Stops asking after several failures in a row, until told that it works again. */
final class Breaker {
    private static final int FAILURES = 3;

    private int failures;
    private boolean open;

    synchronized boolean isOpen() {
        return open;
    }

    /** @return whether this failure opened it */
    synchronized boolean failed() {
        failures++;
        if (open || failures < FAILURES) {
            return false;
        }
        open = true;
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        open = false;
    }
}
