package io.plumbline.query.cache.redis;

import io.vertx.mutiny.redis.client.Response;

/** What became of a command. */
sealed interface Reply {
    /** @param response null for nil */
    record Value(Response response) implements Reply {}

    /** @param message of the error, which names its kind: at its begin, or in the words of a script that met it */
    record Refused(String message) implements Reply {
        /** Whether it is an error of that kind, for example OOM. */
        boolean is(String kind) {
            return message.contains(kind);
        }
    }

    /** It did not answer in time, or is not asked for now. */
    record Away() implements Reply {}
}
