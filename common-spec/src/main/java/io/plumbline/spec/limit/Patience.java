package io.plumbline.spec.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How long an answer of Redis is waited for. A process that has just begun to serve loads its classes, and answers lie
 * unread on its event loops meanwhile: that is no fault of Redis, so it is given longer.
 */
final class Patience {
    private static final long UNUSED = Long.MIN_VALUE;

    private final Duration usual;
    private final LimitConfig.WarmUp warmUp;
    private final LongSupplier nanoTime;
    private final AtomicLong firstUse = new AtomicLong(UNUSED);

    Patience(Duration usual, LimitConfig.WarmUp warmUp, LongSupplier nanoTime) {
        this.usual = usual;
        this.warmUp = warmUp;
        this.nanoTime = nanoTime;
    }

    /** For a call that begins now. */
    Duration now() {
        long now = nanoTime.getAsLong();
        long first = firstUse.compareAndExchange(UNUSED, now);
        boolean isWarm = first != UNUSED && now - first >= warmUp.length().toNanos();
        return isWarm ? usual : warmUp.patience();
    }
}
