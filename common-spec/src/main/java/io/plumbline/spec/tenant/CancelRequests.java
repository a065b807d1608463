package io.plumbline.spec.tenant;

import io.smallrye.mutiny.Uni;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.net.NetClient;
import io.vertx.mutiny.core.net.NetSocket;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks PostgreSQL to stop what a connection runs, and knows when it has. The driver's own request ends when it is sent;
 * the server acts on it at some time after that, and then stops whatever the connection runs by then. Only the server's
 * closing of the request's connection tells that it has acted (libpq and pgbouncer wait for it too).
 */
@Singleton
final class CancelRequests {
    /** Length and code of the message (PostgreSQL, "Message Formats": CancelRequest). */
    private static final int LENGTH = 16;

    private static final int CODE = 80_877_102;
    private static final String SCHEME = "vertx-reactive:";
    /** A server that can't be reached stops nothing either. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final NetClient client;
    private final PgConnectOptions server;

    CancelRequests(Vertx vertx, @ConfigProperty(name = "quarkus.datasource.reactive.url") String url) {
        this.client = vertx.createNetClient(new NetClientOptions().setConnectTimeout((int) PATIENCE.toMillis()));
        this.server = PgConnectOptions.fromUri(url.substring(url.startsWith(SCHEME) ? SCHEME.length() : 0));
    }

    /** Ends when no trace of the request is left on its way; fails where that is not known. */
    Uni<Void> send(PgConnection target) {
        Buffer message = Buffer.buffer(LENGTH)
                .appendInt(LENGTH)
                .appendInt(CODE)
                .appendInt(target.processId())
                .appendInt(target.secretKey());
        return client.connect(server.getPort(), server.getHost())
                .flatMap(socket -> closed(socket, message))
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }

    private static Uni<Void> closed(NetSocket socket, Buffer message) {
        return Uni.createFrom().emitter(emitter -> {
            socket.closeHandler(() -> emitter.complete(null));
            socket.write(message).subscribe().with(_ -> {}, emitter::fail);
        });
    }
}
