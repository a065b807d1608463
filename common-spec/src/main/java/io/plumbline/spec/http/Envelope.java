package io.plumbline.spec.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * The body of every success.
 *
 * @param success always true: failures are problems
 * @param data the answer
 * @param meta what helps to trust it: versions, warnings, freshness; empty where there is nothing to say
 */
public record Envelope<T>(
        boolean success,
        T data,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> meta) {
    public Envelope {
        meta = meta == null ? Map.of() : meta;
    }

    /** A success that needs no further word. */
    public static <T> Envelope<T> of(T data) {
        return new Envelope<>(true, data, null);
    }

    /** A success with what helps to trust it. */
    public static <T> Envelope<T> of(T data, Map<String, Object> meta) {
        return new Envelope<>(true, data, meta);
    }
}
