package io.plumbline.local.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/** Headers that every answer carries. */
final class SafeHeaders {
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer");
    private static final String POLICY = "Content-Security-Policy";

    private SafeHeaders() {}

    static void add(MultiMap headers, HttpServerRequest request) {
        ALWAYS.forEach(headers::set);
        // A page says which style is its own; everything else needs nothing.
        if (!headers.contains(POLICY)) {
            headers.set(POLICY, "default-src 'none'; frame-ancestors 'none'");
        }
        headers.set(RequestId.HEADER, request.getHeader(RequestId.HEADER));
        if (!headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
    }
}
