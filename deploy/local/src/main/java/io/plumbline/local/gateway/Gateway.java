package io.plumbline.local.gateway;

import io.plumbline.embedded.Ports;
import io.plumbline.local.state.PortPlan;
import io.plumbline.local.state.Service;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** A running gateway on 127.0.0.1. */
public final class Gateway implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int LINE_BYTES = 8 * 1024;
    private static final int IDLE_SECONDS = 300;
    private static final int PATIENCE_SECONDS = 15;

    private final Vertx vertx;
    private final HttpServer server;

    private Gateway(Vertx vertx, HttpServer server) {
        this.vertx = vertx;
        this.server = server;
    }

    /**
     * Starts the gateway of a stack.
     *
     * @param jwks the document for {@code /.well-known/jwks.json}
     */
    public static Gateway start(PortPlan ports, Supplier<String> jwks) {
        Ports.requireFree(ports.gateway(), "the gateway");
        return start(ports.gateway(), service -> SocketAddress.inetSocketAddress(service.port(ports), LOOPBACK), jwks);
    }

    static Gateway start(int port, Function<Service, SocketAddress> origins, Supplier<String> jwks) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                .setHost(LOOPBACK)
                .setPort(port)
                .setMaxHeaderSize(HEADER_BYTES)
                .setMaxInitialLineLength(LINE_BYTES)
                .setHandle100ContinueAutomatically(true)
                .setIdleTimeout(IDLE_SECONDS));
        server.requestHandler(new FrontDoor(new ServiceProxy(vertx, origins), jwks));
        await(server.listen().toCompletionStage().toCompletableFuture());
        return new Gateway(vertx, server);
    }

    int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        await(vertx.close().toCompletionStage().toCompletableFuture());
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The gateway failed: " + e.getMessage(), e);
        }
    }
}
