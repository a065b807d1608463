package io.plumbline.spec.http;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import jakarta.ws.rs.WebApplicationException;

/** Problems for the failures that the framework itself finds. Its messages are never passed on. */
final class WebFaults {
    private static final String DETAIL_INTERNAL =
            "Nothing is wrong with your request. Try again; if it persists, report the traceId.";

    private WebFaults() {}

    static ProblemException toProblem(WebApplicationException exception) {
        int status = exception.getResponse().getStatus();
        CommonProblem type = CommonProblem.ofStatus(status)
                .orElse(status < 500 ? CommonProblem.INVALID_REQUEST : CommonProblem.INTERNAL_ERROR);
        return new ProblemException(type, detail(type)).causedBy(exception);
    }

    private static String detail(CommonProblem type) {
        return switch (type) {
            case NOT_FOUND -> "Check the path and its parameters; the API's description lists what there is.";
            case METHOD_NOT_ALLOWED -> "The API's description lists the methods that it takes.";
            case NOT_ACCEPTABLE -> "Ask for application/json in the Accept header.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send application/json in the Content-Type header.";
            case PAYLOAD_TOO_LARGE -> "Send a smaller body.";
            case INTERNAL_ERROR -> DETAIL_INTERNAL;
            case MALFORMED_JSON,
                    INVALID_SPEC,
                    INVALID_REQUEST,
                    UNAUTHORIZED,
                    FORBIDDEN,
                    CONFLICT,
                    URI_TOO_LONG,
                    RATE_LIMITED,
                    HEADERS_TOO_LARGE,
                    UNAVAILABLE,
                    OVERLOADED,
                    TIMEOUT -> null;
        };
    }
}
