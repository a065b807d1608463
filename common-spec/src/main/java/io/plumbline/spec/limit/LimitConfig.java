package io.plumbline.spec.limit;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** The settings of the rate limits; the shared properties say what each means. */
@ConfigMapping(prefix = "plumbline.limits")
public interface LimitConfig {
    /** Whether requests are limited at all. */
    boolean enabled();

    /** Of one user of one tenant. */
    Allowance user();

    /** Of all users of one tenant. */
    Allowance tenant();

    /** Of everybody. */
    Everybody global();

    /** The secret by which services prove to each other that a call is counted already; empty: each counts its own. */
    Optional<String> admissionKey();

    /** While the process is new. */
    WarmUp warmUp();

    /** Redis is given longer, for so long after the first decision. */
    interface WarmUp {
        Duration length();

        Duration patience();
    }

    /** A short limit against bursts, and a longer one. */
    interface Allowance {
        int perSecond();

        int perMinute();
    }

    /** One limit for the whole product. */
    interface Everybody {
        int perMinute();
    }
}
