package io.plumbline.spec.http;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The largest body: known from the head, or counted while it is read. The server's own limit answers with nothing. */
@Singleton
final class BodyLimit {
    private final long limit;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    /** Why the body is refused by its length alone; empty where it is not, or the head tells no length. */
    Optional<ProblemException> objection(HttpServerRequest request) {
        return declaredLength(request) > limit ? Optional.of(tooLarge()) : Optional.empty();
    }

    /** The same bytes, that end with a problem where they are too many. */
    InputStream limited(InputStream body, RoutingContext request) {
        return new LimitedStream(body, limit, this::tooLarge, () -> leaveUnread(request));
    }

    static void replaceServersOwn(RoutingContext request) {
        request.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
        request.next();
    }

    /** The rest of the body is not read, so its connection can't serve another request: it ends with the answer. */
    static void leaveUnread(RoutingContext request) {
        if (request.request().version() == HttpVersion.HTTP_2) {
            request.addEndHandler(_ -> request.response().reset());
        } else {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            request.addEndHandler(_ -> request.request().connection().close());
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                CommonProblem.PAYLOAD_TOO_LARGE, "A body may have at most %d bytes here.".formatted(limit));
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        // More digits than a long holds, or none: the server itself refuses what is no number.
        return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
    }
}
