package io.plumbline.spec.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Ends a request with a problem. The message is shown to the caller: it holds nothing that the caller may not see. The
 * cause is only logged.
 */
public final class ProblemException extends RuntimeException {
    private final transient ProblemType type;
    private final transient List<FieldError> errors;
    private final transient Duration retryAfter;

    private ProblemException(
            ProblemType type, String detail, List<FieldError> errors, Duration retryAfter, Throwable cause) {
        super(detail, cause);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /** A problem with a sentence on this occurrence. */
    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of(), null, null);
    }

    /** A problem with its faulty places. */
    public ProblemException(ProblemType type, String detail, List<FieldError> errors) {
        this(type, detail, errors, null, null);
    }

    /** The same problem with the time after which the caller may try again. */
    public ProblemException withRetryAfter(Duration delay) {
        return new ProblemException(type, getMessage(), errors, delay, getCause());
    }

    /** The same problem with what made it, for the log. */
    public ProblemException causedBy(Throwable cause) {
        return new ProblemException(type, getMessage(), errors, retryAfter, cause);
    }

    public ProblemType type() {
        return type;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** When the caller may try again; empty where waiting does not help. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
