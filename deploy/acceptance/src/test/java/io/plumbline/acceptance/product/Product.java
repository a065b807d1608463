package io.plumbline.acceptance.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.embedded.PostgresAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A client of the product's gateway. */
public final class Product {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int GATEWAY_PORT = 8080;
    /** Of the services, seen from the gateway's port. */
    private static final List<Integer> MANAGEMENT_PORTS = List.of(1001, 1002, 1003, 1004);

    private static final Duration IMPORT_PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(15);
    /** An answer from before an import may be given for that long after it. */
    private static final Duration SEEN_AFTER = Duration.ofMillis(300);

    /** Tenants that nobody could ask about yet: there are no answers from before an import. */
    private static final Set<String> UNASKED = ConcurrentHashMap.newKeySet();

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Stack stack;
    private final URI gateway;
    private final Tokens tokens;
    private final Tokens importing;

    Product(Stack stack) {
        this.stack = stack;
        this.gateway = stack.gateway();
        this.tokens = new Tokens(stack.signingKey(), UNASKED::remove);
        this.importing = new Tokens(stack.signingKey(), _ -> {});
    }

    /** Where the gateway listens. */
    URI gateway() {
        return gateway;
    }

    public Tokens tokens() {
        return tokens;
    }

    /** The file that the demo tenant was imported from. */
    public Path demoRecords() {
        return stack.demoRecords();
    }

    /** The database of all services, as an administrator sees it. */
    public PostgresAddress database() {
        return stack.database();
    }

    /** The folder of the processes' logs. */
    public Path logs() {
        return stack.logs();
    }

    /** A tenant that nobody used before. */
    public String freshTenant() {
        String tenant = "t-" + UUID.randomUUID().toString().substring(0, 18);
        UNASKED.add(tenant);
        return tenant;
    }

    /** Runs a spec; gives the whole answer. */
    public JsonNode run(String tenant, JsonNode spec) {
        Reply reply = post("/analytics/run", tokens.viewer(tenant), spec.toString());
        if (reply.status() != 200) {
            throw new AssertionError("run answers " + reply.status() + " " + reply.text() + " to " + spec);
        }
        return reply.json();
    }

    /** Imports records and waits until every answer shows them; gives the import's last state. */
    public JsonNode load(String tenant, String instance, List<JsonNode> lines) {
        return load(tenant, instance, lines.stream().map(JsonNode::toString).collect(Collectors.joining("\n")));
    }

    /** The same with lines as they are. */
    public JsonNode load(String tenant, String instance, String lines) {
        Reply accepted = startImport(importing.admin(tenant), instance, lines);
        if (accepted.status() != 202) {
            throw new AssertionError("import answers " + accepted.status() + " " + accepted.text());
        }
        return awaitImport(tenant, accepted.json().at("/data/id").asText());
    }

    public Reply startImport(String token, String instance, String lines) {
        return send(request("/analytics/imports?instance=" + instance, token)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));
    }

    private JsonNode awaitImport(String tenant, String id) {
        long deadline = System.nanoTime() + IMPORT_PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode data = get("/analytics/imports/" + id, importing.admin(tenant))
                    .json()
                    .path("data");
            switch (data.path("status").asText()) {
                case "completed" -> {
                    if (!UNASKED.contains(tenant)) {
                        pause(SEEN_AFTER);
                    }
                    return data;
                }
                case "failed" -> throw new AssertionError("import failed: " + data);
                default -> pause(LOOK_EVERY);
            }
        }
        throw new AssertionError("import " + id + " does not end");
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Reply get(String path, String token) {
        return send(request(path, token).GET());
    }

    /** What all services tell Prometheus, at their management ports. */
    public String metrics() {
        return MANAGEMENT_PORTS.stream()
                .map(port -> URI.create("http://127.0.0.1:" + (gateway.getPort() + port) + "/q/metrics"))
                .map(uri -> send(HttpRequest.newBuilder(uri).GET()).text())
                .collect(Collectors.joining());
    }

    /** What is at an address, without a token. */
    Reply at(URI address) {
        return send(HttpRequest.newBuilder(address));
    }

    public Reply post(String path, String token, String body) {
        return post(path, token, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with a body that need not be text. */
    public Reply post(String path, String token, byte[] body) {
        return send(
                request(path, token).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body)));
    }

    /** What a tracker sends, with its signature in place of a token. */
    Reply webhook(String path, String signature, String body) {
        return send(request(path, null)
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature", signature)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    /** An answer that need not be text, in the media type asked for. */
    public HttpResponse<byte[]> bytes(String path, String token, String accept, String body) {
        try {
            return HTTP.send(
                    request(path, token)
                            .header("Content-Type", "application/json")
                            .header("Accept", accept)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param ifMatch the state that is meant to be changed */
    public Reply put(String path, String token, String ifMatch, String body) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .PUT(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    /** Any request; with an empty JSON object where it has a body. */
    Reply call(String method, String path, String token, String bodyType) {
        HttpRequest.Builder request = request(path, token);
        return send(
                bodyType == null
                        ? request.method(method, BodyPublishers.noBody())
                        : request.header("Content-Type", bodyType).method(method, BodyPublishers.ofString("{}")));
    }

    /**
     * What a service tells its operators.
     *
     * @param port the management port without the stack's offset
     */
    JsonNode managed(int port, String path) {
        URI address = URI.create("http://" + gateway.getHost() + ":" + (port + gateway.getPort() - GATEWAY_PORT));
        return send(HttpRequest.newBuilder(address.resolve(path))).json();
    }

    /** A request without a token where the token is null. */
    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofMinutes(2));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Reply(response.statusCode(), type, response.body(), json(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
