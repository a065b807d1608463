package io.plumbline.spec.limit;

import java.time.Duration;

/**
 * How much of a limit is taken up.
 *
 * @param used microseconds taken up in advance, the request itself included where it was admitted
 */
record Standing(Rate rate, long used) {
    /** How many more requests may come at once. */
    long remaining() {
        return Math.max(0, (rate.tolerance() - used) / rate.interval());
    }

    /** Until all of it is free again, if nothing more comes. */
    Duration untilFree() {
        return micros(used);
    }

    /** Until one more request may come; negative where there is room already. */
    Duration untilNext() {
        return micros(used + rate.interval() - rate.tolerance());
    }

    private static Duration micros(long count) {
        return Duration.ofNanos(count * 1_000);
    }
}
