package io.plumbline.spec.http;

import io.plumbline.spec.database.DatabaseFaults;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.Problem;
import io.plumbline.spec.problem.ProblemException;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Problems for requests that never reach a resource: too long a head or body, no route, a fault of the server itself. Its
 * own answers are empty, and still are for what is no HTTP at all: it offers no place to change that.
 */
@Singleton
final class EdgeProblems {
    private final HeadLimits headLimits;
    private final BodyLimit bodyLimit;

    EdgeProblems(HeadLimits headLimits, BodyLimit bodyLimit) {
        this.headLimits = headLimits;
        this.bodyLimit = bodyLimit;
    }

    void limitRequests(@Observes Filters filters) {
        filters.register(this::refuse, RequestIds.PRIORITY - 1);
        // Below the server's own limit on bodies, which is taken over here.
        filters.register(BodyLimit::replaceServersOwn, -RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1);
    }

    void answerWhatNoResourceAnswers(@Observes Router router) {
        router.route()
                .order(RouteConstants.ROUTE_ORDER_AFTER_DEFAULT + 1_000)
                .handler(request -> end(
                        request,
                        new ProblemException(
                                CommonProblem.NOT_FOUND, "Check the path; the API's description lists what there is.")))
                .failureHandler(EdgeProblems::fail);
    }

    private void refuse(RoutingContext request) {
        Optional<ProblemException> problem =
                headLimits.objection(request.request()).or(() -> bodyLimit.objection(request.request()));
        if (problem.isEmpty()) {
            request.next();
            return;
        }
        BodyLimit.leaveUnread(request);
        end(request, problem.get());
    }

    private static void fail(RoutingContext request) {
        // What concerns tokens is answered by the extension that checks them, and half an answer can't be changed.
        if (request.failure() instanceof SecurityException || request.response().headWritten()) {
            request.next();
            return;
        }
        end(request, problem(request));
    }

    private static ProblemException problem(RoutingContext request) {
        int status = request.statusCode();
        if (status >= 400 && status < 500) {
            CommonProblem type = CommonProblem.ofStatus(status).orElse(CommonProblem.INVALID_REQUEST);
            return new ProblemException(type, null).causedBy(request.failure());
        }
        return DatabaseFaults.toProblem(request.failure());
    }

    private static void end(RoutingContext request, ProblemException problem) {
        ProblemResponses.log(problem);
        request.response()
                .setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(SafeAnswers.POLICY, SafeAnswers.NOTHING)
                .end(Buffer.buffer(ProblemResponses.body(problem)));
    }
}
