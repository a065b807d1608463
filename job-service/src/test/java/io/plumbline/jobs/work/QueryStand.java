package io.plumbline.jobs.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.spec.Json;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * query-service at the wire, with the faults that the job's spec asks for: {@code key} names it, {@code rows} is how many it
 * has, {@code drip_ms} the pause before each, {@code status} and {@code code} a refusal, {@code breaks_at} a row before which
 * the answer breaks off, {@code times} how often the fault strikes (default: always), {@code wait_ms} how long the first row
 * takes. {@code GET /seen?key} tells what it saw of a key.
 */
public final class QueryStand implements QuarkusTestResourceLifecycleManager {
    private HttpServer server;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    private static final class Seen {
        private int calls;
        private int left;
        private String request = "";
        private String delegation = "";
    }

    @Override
    public Map<String, String> start() {
        EmbeddedServers servers = new EmbeddedServers();
        servers.init(Map.of("servers", "postgres,kafka"));
        Map<String, String> settings = new HashMap<>(servers.start());
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/jobs/rows", this::rows);
        server.createContext("/seen", this::tell);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        settings.put("PLUMBLINE_QUERY_URL", url);
        settings.put("PLUMBLINE_INTERNAL_KEY", "0123456789abcdef0123456789abcdef");
        settings.put("plumbline.jobs.takes-jobs", "true");
        settings.put("plumbline.jobs.lease", "3S");
        settings.put("plumbline.jobs.heartbeat", "1S");
        settings.put("plumbline.jobs.stall", "2S");
        settings.put("plumbline.jobs.retry-after", "0.2S");
        settings.put("plumbline.jobs.sweep-results-every", "0.5S");
        settings.put("test.query-stand", url);
        return settings;
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void tell(HttpExchange exchange) throws IOException {
        try (exchange) {
            Seen it = seen.getOrDefault(exchange.getRequestURI().getQuery(), new Seen());
            byte[] answer;
            synchronized (it) {
                answer = Json.mapper()
                        .writeValueAsBytes(Map.of(
                                "calls",
                                it.calls,
                                "left",
                                it.left,
                                "request",
                                it.request,
                                "delegation",
                                it.delegation));
            }
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private void rows(HttpExchange exchange) throws IOException {
        JsonNode spec = Json.mapper().readTree(exchange.getRequestBody());
        Seen it = seen.computeIfAbsent(spec.get("key").asText(), _ -> new Seen());
        boolean strikes;
        synchronized (it) {
            it.calls++;
            strikes = it.calls <= spec.path("times").asInt(Integer.MAX_VALUE);
            it.request = String.valueOf(exchange.getRequestHeaders().getFirst("X-Request-Id"));
            it.delegation = String.valueOf(exchange.getRequestHeaders().getFirst("X-Plumbline-Delegation"));
        }
        try (exchange) {
            pause(spec.path("wait_ms").asInt());
            if (spec.has("status") && strikes) {
                refuse(exchange, spec);
                return;
            }
            exchange.sendResponseHeaders(200, 0);
            write(exchange.getResponseBody(), spec, strikes);
        } catch (IOException e) {
            synchronized (it) {
                it.left++;
            }
            throw e;
        }
    }

    private static void refuse(HttpExchange exchange, JsonNode spec) throws IOException {
        byte[] problem = Json.mapper()
                .writeValueAsBytes(Map.of(
                        "status", spec.get("status").asInt(),
                        "code", spec.path("code").asText("unavailable"),
                        "detail", "So it is."));
        exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
        exchange.sendResponseHeaders(spec.get("status").asInt(), problem.length);
        exchange.getResponseBody().write(problem);
    }

    private static void write(OutputStream out, JsonNode spec, boolean strikes) throws IOException {
        int rows = spec.path("rows").asInt(1);
        int breaks = strikes ? spec.path("breaks_at").asInt(-1) : -1;
        int drip = spec.path("drip_ms").asInt();
        line(out, """
                {"columns":[{"name":"day","type":"DATE"},{"name":"created","type":"INTEGER"},{"name":"cycle","type":"DECIMAL"},\
                {"name":"cycle","type":"WHY"}],"units":{"cycle":"days"},"total":%d,\
                "meta":{"spec_hash":"5pec","metrics_used":["created@1.0.0"],"warnings":[],"next_cursor":null}}""".formatted(rows));
        for (int i = 0; i < rows; i++) {
            if (i == breaks) {
                throw new IOException("broken off as asked");
            }
            line(
                    out,
                    i % 10 == 9
                            ? "[\"2026-01-01\",%d,null,\"no_data\"]".formatted(i)
                            : "[\"2026-01-01\",%d,0.5,null]".formatted(i));
            if (drip > 0) {
                out.flush();
                pause(drip);
            }
        }
        line(out, "{\"end\":{\"rows\":%d,\"result_hash\":\"ha5h\",\"query_time_ms\":1.5}}".formatted(rows));
    }

    private static void line(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
