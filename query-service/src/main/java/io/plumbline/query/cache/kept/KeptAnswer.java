package io.plumbline.query.cache.kept;

import java.time.Duration;
import java.time.Instant;

/**
 * An answer that may be given again.
 *
 * @param evaluatedAt the present that it was made at
 * @param rows how many it has
 * @param total rows before the limit
 * @param millis what it took to make
 */
public record KeptAnswer(AnswerKey key, Instant evaluatedAt, int rows, long total, double millis, Content content) {
    /** What an answer takes in this process besides its bytes, roughly. */
    private static final int OVERHEAD = 600;

    /** Bytes in this process. */
    public int size() {
        return content.length() + OVERHEAD;
    }

    /** How much longer it is valid; zero or less where it no longer is. */
    public Duration left(Duration ttl, Instant now) {
        Duration left = Duration.between(now, evaluatedAt.plus(ttl));
        return left.compareTo(ttl) > 0 ? ttl : left;
    }
}
