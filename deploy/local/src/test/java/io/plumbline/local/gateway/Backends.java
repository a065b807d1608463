package io.plumbline.local.gateway;

import io.plumbline.local.state.Service;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Four servers in the place of the services, which tell what they received. */
final class Backends {
    private final Vertx vertx = Vertx.vertx();
    private final Map<Service, HttpServer> servers = new EnumMap<>(Service.class);
    private final Semaphore waiting = new Semaphore(0);
    private final BlockingQueue<HttpServerResponse> streams = new LinkedBlockingQueue<>();
    private final BlockingQueue<Runnable> told = new LinkedBlockingQueue<>();
    private final AtomicInteger listeners = new AtomicInteger();

    static Backends start() {
        Backends backends = new Backends();
        for (Service service : Service.values()) {
            HttpServer server =
                    backends.vertx.createHttpServer().requestHandler(request -> backends.handle(service, request));
            backends.servers.put(
                    service,
                    server.listen(0, "127.0.0.1")
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join());
        }
        return backends;
    }

    Origins origins() {
        Map<Service, SocketAddress> addresses = new EnumMap<>(Service.class);
        servers.forEach((service, server) ->
                addresses.put(service, SocketAddress.inetSocketAddress(server.actualPort(), "127.0.0.1")));
        return new Origins(addresses);
    }

    /** Ends the answer whose first piece has gone out. */
    void endStream() throws InterruptedException {
        streams.take().end("last");
    }

    /** Leaves the answer whose first piece has gone out without an end. */
    void cutStream() throws InterruptedException {
        streams.take().reset();
    }

    /** How many streams of events are open. */
    int listeners() {
        return listeners.get();
    }

    /** Answers those that wait until they are told to go on. */
    void answerWaiting() throws InterruptedException {
        told.take().run();
    }

    /** Returns when a request has come that asks for a wait before its answer. */
    void awaitWaiting() throws InterruptedException {
        waiting.acquire();
    }

    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void handle(Service service, HttpServerRequest request) {
        String wait = request.getParam("wait");
        if (request.path().endsWith("/stream") && request.getParam("ticket") == null) {
            events(request);
        } else if (request.getParam("stream") != null) {
            stream(request);
        } else if (wait == null) {
            answer(service, request);
        } else {
            request.pause();
            Runnable goOn = () -> {
                answer(service, request);
                request.resume();
            };
            if (wait.equals("told")) {
                Context context = vertx.getOrCreateContext();
                told.add(() -> context.runOnContext(_ -> goOn.run()));
            } else {
                vertx.setTimer(Long.parseLong(wait), _ -> goOn.run());
            }
            waiting.release();
        }
    }

    /** An event every 100 ms; with {@code much}, as much as is taken. */
    private void events(HttpServerRequest request) {
        HttpServerResponse response = request.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Connection", "close");
        listeners.incrementAndGet();
        String event = "id:1\ndata:" + (request.getParam("much") == null ? "x" : "x".repeat(1_000)) + "\n\n";
        response.write(event);
        long timer = vertx.setPeriodic(request.getParam("much") == null ? 100 : 1, _ -> {
            if (!response.writeQueueFull() && !response.closed()) {
                response.write(event);
            }
        });
        response.closeHandler(_ -> {
            vertx.cancelTimer(timer);
            listeners.decrementAndGet();
        });
    }

    private void stream(HttpServerRequest request) {
        HttpServerResponse response = request.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/csv;charset=UTF-8;header=present")
                .putHeader("Vary", "Accept")
                .putHeader("Plumbline-Total", "2")
                .putHeader("Plumbline-Meta", "{\"data_version\":7}");
        response.write("first");
        streams.add(response);
    }

    private static void answer(Service service, HttpServerRequest request) {
        if (request.getParam("break") != null) {
            request.connection().close();
            return;
        }
        AtomicLong bytes = new AtomicLong();
        request.handler(buffer -> bytes.addAndGet(buffer.length()));
        request.endHandler(end -> {
            String status = request.getParam("status");
            String policy = request.getParam("policy");
            if (policy != null) {
                request.response().putHeader("Content-Security-Policy", policy);
            }
            request.response()
                    .setStatusCode(status == null ? 200 : Integer.parseInt(status))
                    .putHeader("Location", "/analytics/imports/1")
                    .putHeader("X-Request-Id", "the-service's-own")
                    .end(new JsonObject()
                            .put("service", service.title())
                            .put("traceparent", request.getHeader("traceparent"))
                            .put("uri", request.uri())
                            .put("bytes", bytes.get())
                            .put("requestId", request.getHeader("X-Request-Id"))
                            .put("authorization", request.getHeader("Authorization"))
                            .put("forwarded", String.valueOf(request.getHeader("X-Forwarded-Host")))
                            .put("admitted", String.valueOf(request.getHeader("X-Plumbline-Admitted")))
                            .put("from", String.valueOf(request.getHeader("X-Forwarded-For")))
                            .toBuffer());
        });
    }
}
