package io.plumbline.spec.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The body of every answer that is not a success (RFC 9457).
 *
 * @param type address that names the problem
 * @param title the same sentence for each occurrence
 * @param status the HTTP status
 * @param code the last part of {@code type}, for programs
 * @param detail what happened this time; null adds nothing to the title
 * @param errors the faulty places, all at once
 * @param traceId what to quote when asking for help: the trace's id, or the request's where tracing is off
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        List<FieldError> errors,
        @JsonProperty("traceId") String traceId) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /** The body for an exception. */
    public static Problem of(ProblemException exception, String traceId) {
        ProblemType type = exception.type();
        return new Problem(
                ProblemType.BASE + type.code(),
                type.title(),
                type.status(),
                type.code(),
                exception.getMessage(),
                exception.errors(),
                traceId);
    }
}
