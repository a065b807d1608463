package io.plumbline.spec.limit;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells a caller the limits and how far they are used (draft-ietf-httpapi-ratelimit-headers). The limit of everybody is
 * left out: how much others use is not theirs to know.
 */
final class RateLimitHeaders {
    static final String POLICY = "RateLimit-Policy";
    static final String STANDING = "RateLimit";

    private RateLimitHeaders() {}

    static void put(MultiMap headers, Verdict verdict) {
        List<Standing> told = verdict.standings().stream()
                .filter(standing -> standing.rate().owner() != Rate.Owner.GLOBAL)
                .toList();
        headers.set(POLICY, told.stream().map(it -> policy(it.rate())).collect(Collectors.joining(", ")));
        headers.set(STANDING, told.stream().map(RateLimitHeaders::standing).collect(Collectors.joining(", ")));
    }

    private static String policy(Rate rate) {
        return "\"%s\";q=%d;w=%d"
                .formatted(rate.name(), rate.allowance(), rate.window().toSeconds());
    }

    private static String standing(Standing standing) {
        return "\"%s\";r=%d;t=%d"
                .formatted(standing.rate().name(), standing.remaining(), seconds(standing.untilFree()));
    }

    /** Rounded up: who waits that long finds it done. */
    static long seconds(Duration duration) {
        return Math.ceilDiv(duration.toMillis(), 1_000L);
    }
}
