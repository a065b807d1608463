package io.plumbline.query.cache;

import java.util.Locale;

/** Where an answer came from. */
public enum Source {
    /** Made, because the caller wanted it so. */
    FRESH(false),
    /** Made, because none was kept. */
    MISS(false),
    /** Kept in this process. */
    MEMORY(true),
    /** Kept in Redis. */
    REDIS(true),
    /** Made for another request at the same time. */
    SHARED(true),
    /** Kept, of older data or past its time. */
    STALE(true);

    private final boolean cached;

    Source(boolean cached) {
        this.cached = cached;
    }

    /** Whether this request had no part in making it. */
    public boolean isCached() {
        return cached;
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
