package io.plumbline.local.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.plumbline.local.state.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/** JSON over HTTP with a token; every refusal is an {@link ApiProblem}. */
public final class ApiClient {
    /** Reads numbers as they are written, so that nothing shown was rounded on the way. */
    public static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_PATIENCE)
            .build();
    private final URI base;
    private final Supplier<String> token;

    /**
     * A client of one stack.
     *
     * @param token asked for at each call
     */
    public ApiClient(URI base, Supplier<String> token) {
        this.base = base;
        this.token = token;
    }

    public JsonNode get(String path) {
        return send(request(path).GET().timeout(PATIENCE));
    }

    public JsonNode post(String path, JsonNode body) {
        return post(path, "application/json", body.toString());
    }

    public JsonNode delete(String path) {
        return send(request(path).DELETE().timeout(PATIENCE));
    }

    /** Sends a text that is no JSON. */
    public JsonNode post(String path, String mediaType, String body) {
        return send(request(path)
                .timeout(PATIENCE)
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** An answer that is no JSON, as it stands. */
    public String text(String path) {
        return new String(exchange(request(path).GET().timeout(PATIENCE)).body(), StandardCharsets.UTF_8);
    }

    /** Sends JSON and gives the answer as it stands, in the media type asked for. */
    public byte[] bytes(String path, JsonNode body, String accept) {
        return exchange(request(path)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("Accept", accept)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())))
                .body();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token.get());
    }

    JsonNode send(HttpRequest.Builder request) {
        HttpResponse<byte[]> response = exchange(request);
        return document(response.statusCode(), response.body());
    }

    /** An answer that is read while it comes. */
    HttpResponse<InputStream> open(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() >= 400) {
                try (InputStream body = response.body()) {
                    throw new ApiProblem(response.statusCode(), document(response.statusCode(), body.readAllBytes()));
                }
            }
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", "Try again.", e);
        }
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() >= 400) {
                throw new ApiProblem(response.statusCode(), document(response.statusCode(), response.body()));
            }
            return response;
        } catch (ConnectException e) {
            throw new StackException(
                    "Nothing answers at " + base + ".",
                    "Start the stack (./plumbline up --detach), or set PLUMBLINE_URL to the address of a gateway that runs.",
                    e);
        } catch (IOException e) {
            throw new StackException(
                    "The connection to " + base + " broke: " + e.getMessage(),
                    "Is everything up? ./plumbline status and ./plumbline logs tell.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", "Try again.", e);
        }
    }

    private static JsonNode document(int status, byte[] body) {
        try {
            return body.length == 0 ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
        } catch (IOException e) {
            return JsonNodeFactory.instance.objectNode().put("title", "The answer (status " + status + ") is not JSON");
        }
    }
}
