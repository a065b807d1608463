package io.plumbline.translator.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Json;
import io.plumbline.spec.http.LogContext;
import io.plumbline.spec.http.ServiceAnswer;
import io.plumbline.spec.http.ServiceCalls;
import io.plumbline.spec.limit.AdmissionMark;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.translator.Values;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Calls query-service on behalf of a caller. While it is away every call ends in an {@code unavailable} problem. */
@ApplicationScoped
public class QueryClient {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int CLIENT_FAULTS = 400;
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final QueryConfig config;
    private final ServiceCalls query;
    private final AdmissionMark mark;

    QueryClient(QueryConfig config, Vertx vertx, AdmissionMark mark) {
        this.config = config;
        this.mark = mark;
        this.query = new ServiceCalls(
                vertx,
                new HttpClientOptions()
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setMaxPoolSize(50)
                        .setDecompressionSupported(true));
    }

    @PreDestroy
    void close() {
        query.close();
    }

    /**
     * The values seen in the caller's data.
     *
     * @param known what was read before, given back where it still holds; null means nothing
     */
    Uni<TaggedValues> values(String token, TaggedValues known) {
        var options = options(HttpMethod.GET, "/analytics/values", token);
        if (known != null && known.etag() != null) {
            options.putHeader("If-None-Match", known.etag());
        }
        return call(options, null, config.valuesTimeout())
                .map(answer -> answer.status() == NOT_MODIFIED && known != null
                        ? known
                        : new TaggedValues(
                                new Values(read(ok(answer), SeenValues.class)
                                        .data()
                                        .values()),
                                answer.header("ETag")));
    }

    /**
     * The whole answer of a run: {@code data} and {@code meta}.
     *
     * @param question that the spec was made of; the audit gets its hash
     * @param cache what it may take of the cache; null leaves it to query-service
     */
    public Uni<JsonNode> run(AnalyticsSpec spec, String question, String cache, String token) {
        String path = cache == null
                ? "/analytics/run"
                : "/analytics/run?cache=" + URLEncoder.encode(cache, StandardCharsets.UTF_8);
        var options = options(HttpMethod.POST, path, token)
                .putHeader("Content-Type", "application/json")
                .putHeader(LogContext.QUESTION_HEADER, QuestionHash.of(question));
        return call(options, write(spec), config.runTimeout()).map(answer -> read(ok(answer), JsonNode.class));
    }

    private RequestOptions options(HttpMethod method, String path, String token) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(config.url().resolve(path).toString())
                .putHeader("Accept", "application/json");
        mark.put(options, token);
        // One id from the question to the statement's application_name.
        return LogContext.requestId() == null
                ? options
                : options.putHeader(LogContext.REQUEST_HEADER, LogContext.requestId());
    }

    private Uni<ServiceAnswer> call(RequestOptions options, Buffer body, Duration timeout) {
        return query.send(options, body, timeout).onFailure().transform(QueryClient::away);
    }

    /** The body of a success. */
    private static Buffer ok(ServiceAnswer answer) {
        if (answer.status() != OK) {
            throw problem(answer.status(), answer.body());
        }
        return answer.body();
    }

    private static ProblemException problem(int status, Buffer body) {
        try {
            var problem = Json.mapper().readTree(body.getBytes());
            if (status >= CLIENT_FAULTS && problem != null && problem.hasNonNull("code")) {
                return new ProblemException(
                        RelayedProblem.of(status, problem),
                        problem.path("detail").asText(null));
            }
            return away(new IOException("status " + status));
        } catch (IOException e) {
            return away(e);
        }
    }

    private static ProblemException away(Throwable cause) {
        boolean slow = cause instanceof TimeoutException;
        return new ProblemException(
                        slow ? CommonProblem.TIMEOUT : CommonProblem.UNAVAILABLE,
                        slow
                                ? "The data did not answer in time. Ask for a shorter range or fewer groups."
                                : "The data can't be read just now. Try again in a few seconds.")
                .withRetryAfter(RETRY)
                .causedBy(cause);
    }

    private static <T> T read(Buffer body, Class<T> type) {
        try {
            return Json.mapper().readValue(body.getBytes(), type);
        } catch (IOException e) {
            throw away(e);
        }
    }

    private static Buffer write(AnalyticsSpec spec) {
        try {
            return Buffer.buffer(Json.mapper().writeValueAsBytes(spec));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
