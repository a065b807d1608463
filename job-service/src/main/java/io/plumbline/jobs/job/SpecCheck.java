package io.plumbline.jobs.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.Json;
import io.plumbline.spec.delegation.Delegations;
import io.plumbline.spec.http.LogContext;
import io.plumbline.spec.http.ServiceAnswer;
import io.plumbline.spec.http.ServiceCalls;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks query-service whether a spec can run, in the name of who submits it. */
@ApplicationScoped
public class SpecCheck {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** A query-service that has just started, or has much to do, may need some seconds; who submits can wait for them. */
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final ServiceCalls query;
    private final Delegations delegations;
    private final String address;

    SpecCheck(Vertx vertx, Delegations delegations, @ConfigProperty(name = "plumbline.jobs.query-url") URI url) {
        this.query = new ServiceCalls(
                vertx,
                new HttpClientOptions()
                        .setConnectTimeout((int) CONNECT.toMillis())
                        .setMaxPoolSize(50));
        this.delegations = delegations;
        this.address = url.toString().replaceAll("/+$", "") + "/internal/jobs/check";
    }

    @PreDestroy
    void close() {
        query.close();
    }

    /**
     * Checks a submission's spec.
     *
     * @param job the id that the job will have
     * @return fails with the spec's faults as places of the body, or with 503 where query-service does not answer
     */
    public Uni<CheckedSpec> check(Caller caller, UUID job, Submission submission) {
        return Uni.createFrom()
                .deferred(() -> query.send(options(caller, job), Buffer.buffer(submission.specText()), TIMEOUT))
                .map(answer -> read(answer, submission))
                .onFailure(failure -> !(failure instanceof ProblemException))
                .transform(SpecCheck::away);
    }

    private RequestOptions options(Caller caller, UUID job) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(address)
                .putHeader("Content-Type", "application/json")
                .putHeader("Accept", "application/json")
                .putHeader(Delegations.HEADER, delegations.sign(caller, job));
        return LogContext.requestId() == null
                ? options
                : options.putHeader(LogContext.REQUEST_HEADER, LogContext.requestId());
    }

    private static CheckedSpec read(ServiceAnswer answer, Submission submission) {
        try {
            if (answer.status() == OK) {
                return Json.mapper().readValue(answer.body().getBytes(), CheckedSpec.class);
            }
            JsonNode problem = Json.mapper().readTree(answer.body().getBytes());
            if (answer.status() == BAD_REQUEST && problem != null && problem.has("code")) {
                throw submission.within(refusal(problem));
            }
            throw new IOException("status " + answer.status());
        } catch (IOException e) {
            throw away(e);
        }
    }

    private static ProblemException refusal(JsonNode problem) {
        List<FieldError> errors = new ArrayList<>();
        for (JsonNode error : problem.path("errors")) {
            errors.add(new FieldError(
                    error.path("pointer").asText(),
                    error.path("code").asText(),
                    error.path("message").asText(),
                    error.path("allowed").valueStream().map(JsonNode::asText).toList(),
                    Optional.ofNullable(error.get("suggestion"))
                            .map(JsonNode::asText)
                            .orElse(null)));
        }
        CommonProblem type = problem.path("code").asText().equals(CommonProblem.MALFORMED_JSON.code())
                ? CommonProblem.MALFORMED_JSON
                : CommonProblem.INVALID_SPEC;
        return new ProblemException(type, problem.path("detail").asText(type.title()), errors);
    }

    private static ProblemException away(Throwable cause) {
        return new ProblemException(
                        JobProblem.QUERY_SERVICE_AWAY,
                        "The spec can't be checked just now, so nothing was submitted. Try again soon.")
                .withRetryAfter(RETRY)
                .causedBy(cause);
    }
}
