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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A running gateway: one port for this machine or network, and one with TLS where there is a certificate. */
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
    private final Optional<HttpServer> secure;
    private final Turnstile turnstile;

    private Gateway(Vertx vertx, HttpServer server, Optional<HttpServer> secure, Turnstile turnstile) {
        this.vertx = vertx;
        this.server = server;
        this.secure = secure;
        this.turnstile = turnstile;
    }

    /**
     * Starts the gateway of a stack.
     *
     * @param host the address of this machine to listen on, such as {@link #LOOPBACK}
     * @param jwks the document for {@code /.well-known/jwks.json}
     * @param traces where its part of each trace goes
     */
    public static Gateway start(
            String host, PortPlan ports, Origins origins, Supplier<String> jwks, Door door, Traces traces) {
        Ports.requireFree(ports.gateway(), "the gateway");
        return start(host, ports.gateway(), ports.secureGateway(), origins, jwks, door, traces);
    }

    static Gateway start(String host, int port, int securePort, Origins origins, Supplier<String> jwks, Door door) {
        return start(host, port, securePort, origins, jwks, door, Traces.none());
    }

    static Gateway start(
            String host, int port, int securePort, Origins origins, Supplier<String> jwks, Door door, Traces traces) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setAddressResolverOptions(new AddressResolverOptions().setCacheMaxTimeToLive(NAME_SECONDS))
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        SafeHeaders safeHeaders = new SafeHeaders(door.cors());
        Connections connections = new Connections(vertx, door);
        FrontDoor frontDoor = new FrontDoor(
                new ServiceProxy(vertx, origins, safeHeaders), jwks, safeHeaders, connections, traces, door.patience());
        Turnstile turnstile = new Turnstile(frontDoor, frontDoor::refuseAtTheEnd);
        HttpServer server = vertx.createHttpServer(options(host, port));
        Optional<HttpServer> secure = door.tls().map(tls -> vertx.createHttpServer(tls.on(options(host, securePort))));
        Gateway gateway = new Gateway(vertx, server, secure, turnstile);
        gateway.listen(server, "%s, port %d".formatted(host, port), connections);
        secure.ifPresent(it -> gateway.listen(it, "%s, port %d".formatted(host, securePort), connections));
        return gateway;
    }

    private static HttpServerOptions options(String host, int port) {
        return new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setMaxHeaderSize(HEADER_BYTES)
                .setMaxInitialLineLength(LINE_BYTES)
                .setHandle100ContinueAutomatically(true)
                // A connection is known from its first instant, not only once it has chosen a version.
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeout(IDLE_SECONDS);
    }

    private void listen(HttpServer each, String place, Connections connections) {
        try {
            await(each.connectionHandler(connection -> connections.opened(connection, turnstile::closed))
                    .requestHandler(turnstile)
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture());
        } catch (IllegalStateException e) {
            close();
            throw new StackException(
                    "The gateway can't listen on %s: %s".formatted(place, e.getMessage()),
                    "Choose another address or port, or another certificate.",
                    e);
        }
    }

    int port() {
        return server.actualPort();
    }

    int securePort() {
        return secure.orElseThrow().actualPort();
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
