package io.plumbline.jobs.jira;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before a request is sent again. */
final class Pause {
    /** So that instances that were refused at once do not come back at once. */
    private static final double JITTER = 0.2;

    private Pause() {}

    /** What a Retry-After header asks for, in seconds or as a date; empty where there is none or it says nothing. */
    static Optional<Duration> asked(String retryAfter, Clock clock) {
        if (retryAfter == null || retryAfter.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(retryAfter.strip()))));
        } catch (NumberFormatException e) {
            // A date, then.
        }
        try {
            ZonedDateTime until = ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(clock.instant(), until.toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** At least what was asked, at most a fifth more. */
    static Duration jittered(Duration asked) {
        return asked.plusMillis(
                (long) (asked.toMillis() * JITTER * ThreadLocalRandom.current().nextDouble()));
    }

    /** Doubles with each try, a fifth up or down. */
    static Duration backoff(Duration first, int attempt, Duration longest) {
        double factor = 1 - JITTER + 2 * JITTER * ThreadLocalRandom.current().nextDouble();
        long millis = (long) (first.toMillis() * Math.pow(2, attempt - 1) * factor);
        return Duration.ofMillis(Math.min(millis, longest.toMillis()));
    }
}
