package io.plumbline.query.cache.redis;

import java.util.Locale;

/** What can be wrong with Redis. */
enum RedisFault {
    /** It did not answer in time, or there is no connection. */
    AWAY,
    /** Not asked, because it was away a moment ago. */
    SKIPPED,
    /** It takes no more values. */
    FULL,
    /** A command was refused for another reason. */
    REFUSED,
    /** A value is none of ours: it is deleted. */
    GARBAGE;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
