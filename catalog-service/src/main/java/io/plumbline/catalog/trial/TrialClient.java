package io.plumbline.catalog.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import io.plumbline.spec.http.ServiceAnswer;
import io.plumbline.spec.http.ServiceCalls;
import io.plumbline.spec.limit.AdmissionMark;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.trial.TrialRequest;
import io.plumbline.spec.trial.TrialResult;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;

/** Asks query-service for a trial, on behalf of the caller. What it does not answer well is no trial. */
@ApplicationScoped
public class TrialClient {
    private static final int OK = 200;
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final TrialConfig config;
    private final ServiceCalls query;
    private final AdmissionMark mark;

    TrialClient(TrialConfig config, Vertx vertx, AdmissionMark mark) {
        this.config = config;
        this.mark = mark;
        this.query = new ServiceCalls(vertx, new HttpClientOptions().setConnectTimeout((int)
                        config.connectTimeout().toMillis()));
    }

    @PreDestroy
    void close() {
        query.close();
    }

    /**
     * Tries metrics on the data of the caller's tenant.
     *
     * @param token of the caller, who decides whose data that is
     * @return fails with a {@link ProblemException} (503) where the trial could not be made
     */
    public Uni<TrialResult> attempt(TrialRequest request, String token) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(config.url().resolve("/internal/trial").toString())
                .putHeader("Content-Type", "application/json")
                .putHeader("Accept", "application/json");
        mark.put(options, token);
        return query.send(options, write(request), config.trialTimeout())
                .map(TrialClient::read)
                .onFailure()
                .transform(TrialClient::away);
    }

    private static Buffer write(TrialRequest request) {
        try {
            return Buffer.buffer(Json.mapper().writeValueAsBytes(request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a trial can't be written", e);
        }
    }

    private static TrialResult read(ServiceAnswer answer) {
        if (answer.status() != OK) {
            throw away(new IOException("status " + answer.status()));
        }
        try {
            return Json.mapper().readValue(answer.body().getBytes(), TrialResult.class);
        } catch (IOException e) {
            throw away(e);
        }
    }

    private static ProblemException away(Throwable cause) {
        return cause instanceof ProblemException problem
                ? problem
                : new ProblemException(
                                CommonProblem.UNAVAILABLE,
                                "The definition can't be tried on your data just now, so nothing was changed. Try again soon.")
                        .withRetryAfter(RETRY)
                        .causedBy(cause);
    }
}
