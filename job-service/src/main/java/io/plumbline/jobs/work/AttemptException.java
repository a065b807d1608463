package io.plumbline.jobs.work;

import java.time.Duration;

/** An attempt failed. */
final class AttemptException extends RuntimeException {
    private final String code;
    private final boolean worthAnother;
    private final Duration retryAfter;

    private AttemptException(String code, String detail, boolean worthAnother, Duration retryAfter, Throwable cause) {
        super(detail, cause);
        this.code = code;
        this.worthAnother = worthAnother;
        this.retryAfter = retryAfter;
    }

    /** Another attempt may succeed. */
    static AttemptException passing(String code, String detail, Duration retryAfter, Throwable cause) {
        return new AttemptException(code, detail, true, retryAfter, cause);
    }

    /** Another attempt would fail as well. */
    static AttemptException lasting(String code, String detail) {
        return new AttemptException(code, detail, false, Duration.ZERO, null);
    }

    String code() {
        return code;
    }

    boolean isWorthAnother() {
        return worthAnother;
    }

    /** How long whoever failed asks to wait; zero where it asks nothing. */
    Duration retryAfter() {
        return retryAfter;
    }
}
