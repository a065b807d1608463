package io.plumbline.local.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/**
 * Headers that every answer carries.
 *
 * @param cors adds what browsers need for pages of other origins
 */
record SafeHeaders(Cors cors) {
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer");
    private static final String POLICY = "Content-Security-Policy";
    /** A year: browsers then don't try without TLS. */
    private static final String TLS_ONLY = "max-age=31536000";

    void add(MultiMap headers, HttpServerRequest request) {
        ALWAYS.forEach(headers::set);
        // A page says which style is its own; everything else needs nothing.
        if (!headers.contains(POLICY)) {
            headers.set(POLICY, "default-src 'none'; frame-ancestors 'none'");
        }
        headers.set(RequestId.HEADER, request.getHeader(RequestId.HEADER));
        TraceParent.of(request).ifPresent(parent -> headers.set(TraceParent.ID_HEADER, parent.traceId()));
        if (!headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
        if (request.isSSL()) {
            headers.set("Strict-Transport-Security", TLS_ONLY);
        }
        cors.add(headers, request);
    }
}
