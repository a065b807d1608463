package io.plumbline.load.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The public interface, through the gateway. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SERVER_FAULTS = 500;
    private static final Set<Integer> DECLARED = Set.of(429, 502, 503, 504);

    private final URI gateway;
    private final Map<String, String> tokens;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param tokens by tenant */
    Api(URI gateway, Map<String, String> tokens) {
        this.gateway = gateway;
        this.tokens = Map.copyOf(tokens);
    }

    /**
     * An answer.
     *
     * @param document null where it holds no JSON
     */
    record Answer(int status, JsonNode document) {
        JsonNode data() {
            return document == null ? JSON.missingNode() : document.path("data");
        }

        String code() {
            return document == null ? "" : document.path("code").asText();
        }

        /** Whether to ask again: what clients are told to expect while a part is away. */
        boolean isPassing() {
            return DECLARED.contains(status);
        }

        /** Whether it is a fault that no client is told to expect, or one without its problem document. */
        boolean isUndeclared() {
            return (status >= SERVER_FAULTS && !DECLARED.contains(status)) || (isPassing() && code().isEmpty());
        }
    }

    Answer submit(String tenant, String key, String body) throws IOException, InterruptedException {
        return send(request(tenant, "/analytics/jobs")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    Answer cancel(String tenant, String job) throws IOException, InterruptedException {
        return send(request(tenant, "/analytics/jobs/" + job).DELETE());
    }

    Answer result(String tenant, String job) throws IOException, InterruptedException {
        return send(request(tenant, "/analytics/jobs/" + job + "/result?page_size=10"));
    }

    Answer run(String tenant, String spec) throws IOException, InterruptedException {
        return send(request(tenant, "/analytics/run?cache=fresh")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(spec)));
    }

    private HttpRequest.Builder request(String tenant, String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.get(tenant));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(response.statusCode(), type.contains("json") ? JSON.readTree(response.body()) : null);
    }
}
