package io.plumbline.load.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.load.shape.Shape;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Asks the product and judges what it answers. */
final class Asker {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int RATE_LIMITED = 429;
    private static final int UNAVAILABLE = 503;
    private static final Set<Integer> DECLARED = Set.of(RATE_LIMITED, UNAVAILABLE, 502, 504);
    private static final Set<Integer> WITH_RETRY = Set.of(RATE_LIMITED, UNAVAILABLE);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI url;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Asker(URI url) {
        this.url = url;
    }

    /** How answers may come to be. */
    enum Mode {
        FRESH,
        NORMAL,
        STALE_OK;

        String query() {
            return "cache=" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param audited the id under which the audit must know it; null for one that asked nothing of the database */
    record Answer(Reply reply, String audited) {}

    /** The rows of an answer made anew, while nothing is wrong. */
    JsonNode rows(String token, Shape shape) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = send(token, shape, Mode.FRESH);
        if (response.statusCode() != OK) {
            throw new IOException("status " + response.statusCode() + " before anything was done");
        }
        return JSON.readTree(response.body()).path("data").path("results");
    }

    Answer ask(Question question, Mode mode) throws InterruptedException {
        try {
            return judge(question, send(question.token(), question.shape(), mode));
        } catch (IOException e) {
            return new Answer(new Reply.Undeclared(e.toString()), null);
        }
    }

    private static Answer judge(Question question, HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() != OK) {
            return new Answer(refusal(response), null);
        }
        JsonNode data = JSON.readTree(response.body()).path("data");
        String id = response.headers().firstValue("X-Request-Id").orElse("");
        Reply reply = data.path("results").equals(question.results())
                ? new Reply.Right()
                : new Reply.Wrong("%s of %s (request %s)".formatted(question.shape(), question.tenant(), id));
        return new Answer(reply, data.path("cached").asBoolean() ? null : id);
    }

    private static Reply refusal(HttpResponse<byte[]> response) throws IOException {
        int status = response.statusCode();
        String type = response.headers().firstValue("Content-Type").orElse("");
        JsonNode problem = type.startsWith("application/problem+json") ? JSON.readTree(response.body()) : null;
        boolean says = problem != null && problem.hasNonNull("code") && problem.hasNonNull("detail");
        boolean tellsWhen = !WITH_RETRY.contains(status)
                || response.headers().firstValue("Retry-After").isPresent();
        return DECLARED.contains(status) && says && tellsWhen
                ? new Reply.Declared(status + " " + problem.path("code").asText())
                : new Reply.Undeclared(
                        "status %d: %s".formatted(status, new String(response.body(), StandardCharsets.UTF_8)));
    }

    private HttpResponse<byte[]> send(String token, Shape shape, Mode mode) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/analytics/run?" + mode.query()))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(shape.json()))
                .build();
        return http.send(request, BodyHandlers.ofByteArray());
    }
}
