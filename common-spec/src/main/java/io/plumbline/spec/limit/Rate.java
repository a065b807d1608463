package io.plumbline.spec.limit;

import java.time.Duration;
import java.util.Locale;

/**
 * A limit: so many requests in so much time. All of them may come at once; then one more for each part of the time. In
 * any time t no more than {@code allowance + allowance * t / window + 1} are admitted.
 *
 * @param owner whose limit it is
 * @param allowance requests, at least 1
 * @param window the time they are for
 */
record Rate(Owner owner, int allowance, Duration window) {
    /** Whose requests a limit counts. */
    enum Owner {
        USER("your own"),
        TENANT("your tenant's"),
        GLOBAL("everybody's");

        private final String words;

        Owner(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Rate {
        if (allowance < 1) {
            throw new IllegalArgumentException(
                    "The rate limit of %s must allow at least 1 request, but is %d.".formatted(owner, allowance));
        }
    }

    static Rate perSecond(Owner owner, int allowance) {
        return new Rate(owner, allowance, Duration.ofSeconds(1));
    }

    static Rate perMinute(Owner owner, int allowance) {
        return new Rate(owner, allowance, Duration.ofMinutes(1));
    }

    /** Its name in headers, for example {@code user-minute}. */
    String name() {
        return owner + (isLong() ? "-minute" : "-second");
    }

    /** For people, for example {@code 100 requests a minute}. */
    String words() {
        return "%,d requests a %s".formatted(allowance, isLong() ? "minute" : "second");
    }

    /** Microseconds that one request takes up. */
    long interval() {
        return Math.ceilDiv(window.toNanos() / 1_000, allowance);
    }

    /** Microseconds that may be taken up in advance. */
    long tolerance() {
        return allowance * interval();
    }

    /** The same for a process that decides alone. */
    Rate dividedBy(int parts) {
        return new Rate(owner, Math.max(1, allowance / parts), window);
    }

    private boolean isLong() {
        return window.toSeconds() > 1;
    }
}
