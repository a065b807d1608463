package io.plumbline.jobs.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.Json;
import io.plumbline.spec.delegation.Delegations;
import io.plumbline.spec.http.LogContext;
import io.plumbline.spec.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Asks query-service for the rows of a job, in the name of who submitted it. */
@ApplicationScoped
public class RowsClient {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int OK = 200;
    private static final String AWAY = "The service that runs the query can't be reached just now.";

    // HTTP/1.1: leaving closes the connection, by which the other side knows that nobody waits for the rows any more.
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final Delegations delegations;
    private final URI address;
    private final Duration patience;

    RowsClient(Delegations delegations, WorkConfig config) {
        this.delegations = delegations;
        this.address = URI.create(config.queryUrl().toString().replaceAll("/+$", "") + "/internal/jobs/rows");
        this.patience = config.firstRow();
    }

    /**
     * The rows, once the first of them are there.
     *
     * @param run is told how to end the call from outside
     * @param traceparent of the span that the call belongs to; null where there is none
     * @throws AttemptException where there are none to be had
     * @throws StoppedException where the run was stopped meanwhile
     */
    Lines open(Run run, String traceparent) throws InterruptedException {
        CompletableFuture<HttpResponse<InputStream>> call =
                client.sendAsync(request(run.claim(), traceparent), BodyHandlers.ofInputStream());
        run.from(() -> call.cancel(true));
        HttpResponse<InputStream> answer = await(run, call);
        Lines lines = new Lines(answer.body());
        run.from(lines);
        if (answer.statusCode() != OK) {
            throw refusal(answer);
        }
        return lines;
    }

    private HttpRequest request(Claim claim, String traceparent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header(Delegations.HEADER, signed(claim))
                .POST(BodyPublishers.ofString(claim.spec()));
        if (claim.requestId() != null) {
            request.header(LogContext.REQUEST_HEADER, claim.requestId());
        }
        if (traceparent != null) {
            request.header("traceparent", traceparent);
        }
        return request.build();
    }

    private String signed(Claim claim) {
        try {
            return delegations.sign(claim.caller(), claim.job());
        } catch (ProblemException e) {
            throw AttemptException.passing(
                    e.type().code(), e.getMessage(), e.retryAfter().orElse(Duration.ZERO), e);
        }
    }

    private static HttpResponse<InputStream> await(Run run, CompletableFuture<HttpResponse<InputStream>> call)
            throws InterruptedException {
        try {
            return call.get();
        } catch (CancellationException e) {
            run.check();
            throw AttemptException.passing("unavailable", AWAY, Duration.ZERO, e);
        } catch (ExecutionException e) {
            run.check();
            throw e.getCause() instanceof ConnectException || e.getCause() instanceof HttpConnectTimeoutException
                    ? AttemptException.notBegun("unavailable", AWAY, e.getCause())
                    : AttemptException.passing("unavailable", AWAY, Duration.ZERO, e.getCause());
        }
    }

    private static AttemptException refusal(HttpResponse<InputStream> answer) {
        JsonNode problem;
        try (InputStream body = answer.body()) {
            problem = Json.mapper().readTree(body.readNBytes(64 * 1024));
        } catch (IOException e) {
            problem = null;
        }
        return Answers.of(answer.statusCode(), problem, retryAfter(answer));
    }

    private static Duration retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,4}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }
}
