package io.plumbline.spec.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The problems that every service can meet. */
public enum CommonProblem implements ProblemType {
    MALFORMED_JSON(400, Kind.CALLER, "The body is not valid JSON for this request."),
    INVALID_SPEC(400, Kind.CALLER, "The spec is not valid."),
    INVALID_REQUEST(400, Kind.CALLER, "The request is not valid."),
    UNAUTHORIZED(401, Kind.CALLER, "A valid access token is needed."),
    FORBIDDEN(403, Kind.CALLER, "Your role does not allow this."),
    NOT_FOUND(404, Kind.CALLER, "There is nothing at this address."),
    METHOD_NOT_ALLOWED(405, Kind.CALLER, "This address does not take that method."),
    NOT_ACCEPTABLE(406, Kind.CALLER, "The answer is not available in the media type asked for."),
    CONFLICT(409, Kind.CALLER, "The request contradicts the present state."),
    PAYLOAD_TOO_LARGE(413, Kind.LIMIT, "The body is too large."),
    URI_TOO_LONG(414, Kind.LIMIT, "The address is too long."),
    UNSUPPORTED_MEDIA_TYPE(415, Kind.CALLER, "The body's media type is not supported."),
    RATE_LIMITED(429, Kind.LIMIT, "Too many requests in too short a time."),
    HEADERS_TOO_LARGE(431, Kind.LIMIT, "The headers are too large."),
    INTERNAL_ERROR(500, Kind.INTERNAL, "Something went wrong on our side."),
    UNAVAILABLE(503, Kind.DEPENDENCY, "The service can't answer just now."),
    OVERLOADED(503, Kind.LIMIT, "There is too much to do just now."),
    TIMEOUT(504, Kind.LIMIT, "The answer took too long.");

    private final int status;
    private final Kind kind;
    private final String title;

    CommonProblem(int status, Kind kind, String title) {
        this.status = status;
        this.kind = kind;
        this.title = title;
    }

    /** The most general problem of that HTTP status, if there is one. */
    public static Optional<CommonProblem> ofStatus(int status) {
        if (status == 400) {
            return Optional.of(INVALID_REQUEST);
        }
        return Arrays.stream(values()).filter(p -> p.status == status).findFirst();
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
