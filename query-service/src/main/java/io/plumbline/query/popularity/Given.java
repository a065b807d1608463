package io.plumbline.query.popularity;

import io.plumbline.query.cache.kept.AnswerKey;
import io.plumbline.query.cache.kept.KeptAnswer;
import java.time.Instant;

/**
 * What is remembered of an answer that was given.
 *
 * @param size bytes, not packed
 * @param millis what it took to make
 */
record Given(AnswerKey key, int rows, int size, double millis, Instant evaluatedAt, Instant at) {
    static Given of(KeptAnswer answer, Instant at) {
        return new Given(
                answer.key(), answer.rows(), answer.content().length(), answer.millis(), answer.evaluatedAt(), at);
    }
}
