package io.plumbline.spec.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** What another service answered, whole. */
public record ServiceAnswer(int status, MultiMap headers, Buffer body) {
    /** A header's value; null where there is none. */
    public String header(String name) {
        return headers.get(name);
    }
}
