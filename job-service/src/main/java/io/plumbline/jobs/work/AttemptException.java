package io.plumbline.jobs.work;

import java.time.Duration;

/** An attempt failed. */
final class AttemptException extends RuntimeException {
    private final String code;
    private final boolean worthAnother;
    private final boolean begun;
    private final Duration retryAfter;

    private AttemptException(
            String code, String detail, boolean worthAnother, boolean begun, Duration retryAfter, Throwable cause) {
        super(detail, cause);
        this.code = code;
        this.begun = begun;
        this.worthAnother = worthAnother;
        this.retryAfter = retryAfter;
    }

    /** Another attempt may succeed. */
    static AttemptException passing(String code, String detail, Duration retryAfter, Throwable cause) {
        return new AttemptException(code, detail, true, true, retryAfter, cause);
    }

    /** Nobody was there to begin with it: another attempt may succeed, and this one was none. */
    static AttemptException notBegun(String code, String detail, Throwable cause) {
        return new AttemptException(code, detail, true, false, Duration.ZERO, cause);
    }

    /** Another attempt would fail as well. */
    static AttemptException lasting(String code, String detail) {
        return new AttemptException(code, detail, false, true, Duration.ZERO, null);
    }

    String code() {
        return code;
    }

    boolean isWorthAnother() {
        return worthAnother;
    }

    /** Whether it counts as an attempt. */
    boolean isBegun() {
        return begun;
    }

    /** How long whoever failed asks to wait; zero where it asks nothing. */
    Duration retryAfter() {
        return retryAfter;
    }
}
