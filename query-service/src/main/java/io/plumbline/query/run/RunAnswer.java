package io.plumbline.query.run;

import io.plumbline.query.cache.Serving;

/**
 * The answer of a run.
 *
 * @param watch started when the call came in
 */
record RunAnswer(Serving serving, Stopwatch watch) {
    /** JSON, see {@link Answer}. */
    byte[] body() {
        return AnswerBody.write(serving, watch);
    }

    boolean isCached() {
        return serving.source().isCached();
    }

    long total() {
        return serving.answer().total();
    }
}
