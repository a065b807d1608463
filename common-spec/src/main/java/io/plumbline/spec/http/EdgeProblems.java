package io.plumbline.spec.http;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.Problem;
import io.plumbline.spec.problem.ProblemException;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Problems for requests that never reach a resource: too large a body, no route. The server's own answers are empty. */
@Singleton
final class EdgeProblems {
    private final MemorySize bodyLimit;

    EdgeProblems(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize bodyLimit) {
        this.bodyLimit = bodyLimit;
    }

    void limitBodies(@Observes Filters filters) {
        filters.register(this::refuseLargeBody, RequestIds.PRIORITY - 1);
    }

    void answerUnknownRoutes(@Observes Router router) {
        router.route()
                .order(RouteConstants.ROUTE_ORDER_AFTER_DEFAULT + 1_000)
                .handler(request -> end(
                        request,
                        new ProblemException(
                                CommonProblem.NOT_FOUND,
                                "Check the path; the API's description lists what there is.")));
    }

    private void refuseLargeBody(RoutingContext request) {
        if (declaredLength(request) <= bodyLimit.asLongValue()) {
            request.next();
            return;
        }
        // The body is still on its way and will not be read, so the connection can't serve another request.
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        end(
                request,
                new ProblemException(
                        CommonProblem.PAYLOAD_TOO_LARGE,
                        "A body may have at most %d bytes here.".formatted(bodyLimit.asLongValue())));
    }

    private static long declaredLength(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        // More digits than a long holds, or none: the server itself refuses what is no number.
        return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
    }

    private static void end(RoutingContext request, ProblemException problem) {
        request.response()
                .setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(ProblemResponses.body(problem)));
    }
}
