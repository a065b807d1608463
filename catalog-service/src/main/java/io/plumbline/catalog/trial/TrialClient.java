package io.plumbline.catalog.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import io.plumbline.spec.limit.AdmissionMark;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.trial.TrialRequest;
import io.plumbline.spec.trial.TrialResult;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
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
    private final HttpClient client;
    private final AdmissionMark mark;

    TrialClient(TrialConfig config, Vertx vertx, AdmissionMark mark) {
        this.config = config;
        this.mark = mark;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis()));
    }

    @PreDestroy
    void close() {
        client.closeAndForget();
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
        return client.request(options)
                .flatMap(open -> open.send(write(request)))
                .flatMap(response -> response.body().map(body -> read(response, body)))
                .ifNoItem()
                .after(config.trialTimeout())
                .fail()
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

    private static TrialResult read(HttpClientResponse response, Buffer body) {
        if (response.statusCode() != OK) {
            throw away(new IOException("status " + response.statusCode()));
        }
        try {
            return Json.mapper().readValue(body.getBytes(), TrialResult.class);
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
