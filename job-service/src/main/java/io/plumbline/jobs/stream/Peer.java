package io.plumbline.jobs.stream;

import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/** Who is at the other end of a stream's connection. */
final class Peer {
    /**
     * What the system keeps for a client that takes nothing. The usual megabytes would hold hours of a stream, and
     * nobody would notice that a client went away without a word.
     */
    private static final int SEND_BUFFER = 4_096;

    private final RoutingContext request;

    Peer(RoutingContext request) {
        this.request = request;
    }

    /**
     * Tells whatever is on the way to pass each event on at once, and makes the connection one for this stream alone, so
     * that it is soon seen when the client is gone.
     *
     * @return false where the client is gone already
     */
    boolean keepForStream() {
        request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store").putHeader("X-Accel-Buffering", "no");
        // A connection of HTTP/2 serves others too.
        if (request.request().version() == HttpVersion.HTTP_2) {
            return true;
        }
        HttpConnection connection = request.request().connection();
        if (connection instanceof ConnectionBase base && !keepsLittle(base)) {
            return false;
        }
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        request.addEndHandler(_ -> connection.close());
        return true;
    }

    /** A socket that is closed takes no settings. */
    private static boolean keepsLittle(ConnectionBase connection) {
        try {
            connection.channel().config().setOption(ChannelOption.SO_SNDBUF, SEND_BUFFER);
            return true;
        } catch (ChannelException e) {
            return false;
        }
    }

    /** Breaks the connection; past Vert.x, whose reset and close both wait until everything is sent to this very client. */
    void cut() {
        if (request.request().version() != HttpVersion.HTTP_2
                && request.request().connection() instanceof ConnectionBase connection) {
            var unused = connection.channelHandlerContext().close();
        } else {
            request.response().reset();
        }
    }
}
