package io.plumbline.local.gateway;

import io.plumbline.embedded.Ports;
import io.plumbline.local.state.PortPlan;
import io.plumbline.local.state.StackException;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A running gateway. */
public final class Gateway implements AutoCloseable {
    public static final String LOOPBACK = "127.0.0.1";

    private static final int HEADER_BYTES = 16 * 1024;
    private static final int LINE_BYTES = 8 * 1024;
    private static final int IDLE_SECONDS = 300;
    private static final int PATIENCE_SECONDS = 15;
    /** A service that was started anew has another address soon after. */
    private static final int NAME_SECONDS = 5;

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(20);

    private final Vertx vertx;
    private final HttpServer server;
    private final Turnstile turnstile;

    private Gateway(Vertx vertx, HttpServer server, Turnstile turnstile) {
        this.vertx = vertx;
        this.server = server;
        this.turnstile = turnstile;
    }

    /**
     * Starts the gateway of a stack.
     *
     * @param host the address of this machine to listen on, such as {@link #LOOPBACK}
     * @param jwks the document for {@code /.well-known/jwks.json}
     */
    public static Gateway start(String host, PortPlan ports, Origins origins, Supplier<String> jwks) {
        Ports.requireFree(ports.gateway(), "the gateway");
        return start(host, ports.gateway(), origins, jwks);
    }

    static Gateway start(String host, int port, Origins origins, Supplier<String> jwks) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setAddressResolverOptions(new AddressResolverOptions().setCacheMaxTimeToLive(NAME_SECONDS))
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setMaxHeaderSize(HEADER_BYTES)
                .setMaxInitialLineLength(LINE_BYTES)
                .setHandle100ContinueAutomatically(true)
                .setIdleTimeout(IDLE_SECONDS));
        Turnstile turnstile =
                new Turnstile(new FrontDoor(new ServiceProxy(vertx, origins), jwks), FrontDoor::refuseAtTheEnd);
        server.requestHandler(turnstile);
        Gateway gateway = new Gateway(vertx, server, turnstile);
        try {
            await(server.listen().toCompletionStage().toCompletableFuture());
        } catch (IllegalStateException e) {
            gateway.close();
            throw new StackException(
                    "The gateway can't listen on %s, port %d: %s".formatted(host, port, e.getMessage()),
                    "Choose another address or port.",
                    e);
        }
        return gateway;
    }

    int port() {
        return server.actualPort();
    }

    /** Requests that are being answered get some seconds to finish. */
    @Override
    public void close() {
        turnstile.close(LAST_ANSWERS);
        await(vertx.close().toCompletionStage().toCompletableFuture());
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("no answer in " + PATIENCE_SECONDS + " seconds", e);
        }
    }
}
