package io.plumbline.catalog.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plumbline.spec.Json;
import io.plumbline.spec.trial.TrialFault;
import io.plumbline.spec.trial.TrialRequest;
import io.plumbline.spec.trial.TrialResult;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The neighbour query-service at the wire: takes trials and says what the test wants of them. Can be away. */
public final class QueryServer implements QuarkusTestResourceLifecycleManager {
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/trial", this::answer);
        server.createContext("/control", this::control);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of("PLUMBLINE_QUERY_URL", url, "test.query.url", url);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private final List<TrialRequest> requests = new CopyOnWriteArrayList<>();
    private volatile List<TrialFault> faults = List.of();
    private volatile boolean away;

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            if (away || token == null || !token.startsWith("Bearer ey")) {
                exchange.sendResponseHeaders(away ? 503 : 401, -1);
                return;
            }
            requests.add(Json.mapper().readValue(exchange.getRequestBody(), TrialRequest.class));
            send(exchange, Json.mapper().writeValueAsBytes(new TrialResult(faults, 3)));
        }
    }

    // The test's class loader is another one than this object's, so what a test wants comes over the wire, too.
    private void control(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/control/away" -> away = true;
                case "/control/back" -> {
                    away = false;
                    faults = List.of();
                    requests.clear();
                }
                case "/control/faults" ->
                    faults = List.of(Json.mapper().readValue(exchange.getRequestBody(), TrialFault[].class));
                default -> {
                    send(exchange, Json.mapper().writeValueAsBytes(requests));
                    return;
                }
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }
}
