package io.plumbline.spec.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import io.plumbline.spec.problem.Problem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Writes a problem as an HTTP answer, and logs the ones that are ours to mend. */
final class ProblemResponses {
    private static final Logger LOG = Logger.getLogger(ProblemResponses.class);

    private ProblemResponses() {}

    static Response of(ProblemException exception) {
        log(exception);
        // Bytes rather than the record: no writer has to be found for whatever media type the caller accepts.
        var response = Response.status(exception.type().status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body(exception));
        exception.retryAfter().ifPresent(delay -> response.header(HttpHeaders.RETRY_AFTER, seconds(delay)));
        if (exception.type().status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }

    static byte[] body(ProblemException exception) {
        try {
            return Json.mapper().writeValueAsBytes(Problem.of(exception, LogContext.traceId()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long seconds(Duration delay) {
        // Rounded up: who waits that long finds it over.
        return Math.max(1, Math.ceilDiv(delay.toMillis(), 1_000L));
    }

    static void log(ProblemException exception) {
        ProblemType type = exception.type();
        switch (type.kind()) {
            case INTERNAL ->
                LOG.errorf(exception.getCause(), "%s, trace %s", exception.getMessage(), LogContext.traceId());
            case DEPENDENCY -> LOG.warnf("%s: %s (%s)", type.code(), exception.getMessage(), exception.getCause());
            case CALLER, LIMIT -> LOG.debugf("%s: %s", type.code(), exception.getMessage());
        }
    }
}
