package io.plumbline.local.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which step of which trace a request belongs to, as the W3C's header {@code traceparent} says it.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId of the step that asks, 16 hexadecimal digits
 * @param kept whether the trace is written down
 */
record TraceParent(String traceId, String spanId, boolean kept) {
    static final String HEADER = "traceparent";
    /** By which an answer names its trace. */
    static final String ID_HEADER = "X-Trace-Id";

    private static final Pattern FORM =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})");

    /** The request's; empty where it has none that is well formed. */
    static Optional<TraceParent> of(HttpServerRequest request) {
        String header = request.getHeader(HEADER);
        Matcher form = FORM.matcher(header == null ? "" : header);
        return form.matches()
                ? Optional.of(new TraceParent(
                        form.group(1), form.group(2), form.group(3).endsWith("1")))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "00-%s-%s-%s".formatted(traceId, spanId, kept ? "01" : "00");
    }
}
