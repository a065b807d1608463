package io.plumbline.local.gateway;

import io.plumbline.local.state.StackException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which web pages may call the product from a browser: a list of exact origins, empty unless set. Cookies mean nothing
 * here, so credentials are never allowed; a page sends its token itself.
 */
record Cors(Set<String> origins) {
    private static final Pattern ORIGIN =
            Pattern.compile("https?://[a-z0-9.-]+(:\\d{1,5})?|https?://\\[[0-9a-f:]+](:\\d{1,5})?");
    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";
    private static final String HEADERS =
            "Authorization, Content-Type, Accept, If-Match, If-None-Match, Last-Event-ID, X-Request-Id";
    private static final String SEEN =
            "ETag, Location, Plumbline-Meta, Plumbline-Total, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id";
    private static final String KEPT_SECONDS = "600";

    /**
     * The origins of a list.
     *
     * @throws StackException when one is no origin; a star is none
     */
    static Cors of(String list) {
        Set<String> origins = Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        origins.forEach(Cors::check);
        return new Cors(origins);
    }

    /** Whether a browser asks if a page may call. */
    static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains("Origin")
                && request.headers().contains("Access-Control-Request-Method");
    }

    /** Whether a page of the request's origin may call. */
    boolean admits(HttpServerRequest request) {
        return request.headers().contains("Origin") && origins.contains(request.getHeader("Origin"));
    }

    /** Lets the page read the answer, if its origin is in the list. */
    void add(MultiMap headers, HttpServerRequest request) {
        if (origins.isEmpty()) {
            return;
        }
        headers.add("Vary", "Origin");
        if (admits(request)) {
            headers.set("Access-Control-Allow-Origin", request.getHeader("Origin"));
            headers.set("Access-Control-Expose-Headers", SEEN);
        }
    }

    /** What an admitted page may send. */
    static void addTerms(MultiMap headers) {
        headers.set("Access-Control-Allow-Methods", METHODS);
        headers.set("Access-Control-Allow-Headers", HEADERS);
        headers.set("Access-Control-Max-Age", KEPT_SECONDS);
    }

    private static void check(String origin) {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new StackException(
                    "PLUMBLINE_CORS_ORIGINS names '" + origin
                            + "', but takes exact origins by comma, such as https://dashboards.example.com.",
                    "Correct or unset it.");
        }
    }
}
