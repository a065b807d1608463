package io.plumbline.jobs.job;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plumbline.spec.Json;
import io.plumbline.spec.canonical.SpecHash;
import io.plumbline.spec.delegation.Delegations;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.Problem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.read.ReadResult;
import io.plumbline.spec.read.SpecReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;

/** Checks specs at the wire as query-service does, but for the names in them. */
public final class QueryStandIn implements AutoCloseable {
    private final HttpServer server;

    private QueryStandIn(HttpServer server) {
        this.server = server;
    }

    public static QueryStandIn start() {
        try {
            var address =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.getInteger(JobNeighbours.PORT));
            HttpServer server = HttpServer.create(address, 200);
            server.createContext("/internal/jobs/check", QueryStandIn::check);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return new QueryStandIn(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void check(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestHeaders().getFirst(Delegations.HEADER) == null) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            switch (SpecReader.forJobs().read(body)) {
                case ReadResult.Valid valid -> {
                    String hash = SpecHash.of(valid.spec());
                    answer(exchange, 200, Map.of("spec_hash", hash, "shape_hash", hash, "columns", Map.of()));
                }
                case ReadResult.Invalid invalid ->
                    answer(
                            exchange,
                            400,
                            Problem.of(
                                    new ProblemException(CommonProblem.INVALID_SPEC, "It is wrong.", invalid.errors()),
                                    null));
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, Object content) throws IOException {
        byte[] body = Json.mapper().writeValueAsBytes(content);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
