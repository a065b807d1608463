package io.plumbline.translator.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plumbline.catalog.definition.CatalogFiles;
import io.plumbline.spec.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * query-service and catalog-service as the wire shows them. Each path answers what it was told to, and remembers the
 * calls it got with their token and body.
 */
final class NeighbourServer {
    private static final String VALUES = """
            {"success": true, "data": {"data_version": 7, "values": {
              "project_key": ["PAY", "WEB"], "project_name": ["Payments", "Web shop"],
              "assignee": ["Ana Novak", "Ben Ortiz"], "reporter": ["Ana Novak"],
              "issue_type": ["Bug", "Story"], "label": ["backend"]}}}""";
    private static final String RUN = """
            {"success": true,
             "data": {"results": [{"project_key": "PAY", "velocity": 21.5}, {"project_key": "WEB", "velocity": 13}],
                      "total": 2, "query_time_ms": 4.2, "cached": false},
             "meta": {"spec_hash": "abc", "metrics_used": ["velocity@1.0.0"], "warnings": [], "data_as_of": null}}""";

    private record Scripted(int status, String body, long delayMillis) {}

    private final HttpServer server;
    private final Map<String, Scripted> answers = new ConcurrentHashMap<>();
    private final List<Map<String, String>> calls = new CopyOnWriteArrayList<>();

    private NeighbourServer(HttpServer server) {
        this.server = server;
    }

    static NeighbourServer start(boolean catalogAway) {
        try {
            var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            var server = new NeighbourServer(http);
            server.reset();
            if (catalogAway) {
                server.answers.put("/internal/catalog", new Scripted(503, "", 0));
            }
            http.createContext("/", server::answer);
            http.createContext("/control/", server::control);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private void reset() throws IOException {
        calls.clear();
        answers.put("/internal/catalog", new Scripted(200, Json.mapper().writeValueAsString(CatalogFiles.load()), 0));
        answers.put("/analytics/values", new Scripted(200, VALUES, 0));
        answers.put("/analytics/run", new Scripted(200, RUN, 0));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            calls.add(Map.of(
                    "method", exchange.getRequestMethod(),
                    "path", path,
                    "query", Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), ""),
                    "authorization", header(exchange, "Authorization"),
                    "content_type", header(exchange, "Content-Type"),
                    "if_none_match", header(exchange, "If-None-Match"),
                    "body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            var scripted = answers.getOrDefault(path, new Scripted(404, "", 0));
            pause(scripted.delayMillis());
            var tag = '"' + Integer.toHexString(scripted.body().hashCode()) + '"';
            exchange.getResponseHeaders().set("ETag", tag);
            boolean unchanged = scripted.status() == 200 && tag.equals(header(exchange, "If-None-Match"));
            send(exchange, unchanged ? 304 : scripted.status(), unchanged ? "" : scripted.body());
        }
    }

    /** {@code POST /control/reset}, {@code POST /control/answer?path&status&delay} with the body, {@code GET /control/calls}. */
    private void control(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            switch (exchange.getRequestURI().getPath()) {
                case "/control/reset" -> reset();
                case "/control/answer" -> {
                    var script = Json.mapper().readTree(body);
                    answers.put(
                            script.get("path").asText(),
                            new Scripted(
                                    script.get("status").asInt(),
                                    script.get("body").asText(),
                                    script.get("delay").asLong()));
                }
                default -> {}
            }
            send(exchange, 200, Json.mapper().writeValueAsString(calls));
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String header(HttpExchange exchange, String name) {
        var value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
