package io.plumbline.local.gateway;

import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;

/**
 * A client that listens to a stream of events. One that has gone without a word is never told of by its system; it is
 * noticed by what it does not take, for which the system must keep little for it.
 */
final class Listener {
    private static final int SEND_BUFFER = 4_096;
    private static final int QUEUE = 1_024;
    private static final int PATIENCE_LOOKS = 15;

    private final HttpConnection connection;
    private final HttpServerResponse response;
    private long written;
    private int looks;

    private Listener(HttpServerRequest request) {
        this.connection = request.connection();
        this.response = request.response();
    }

    /** @param patience for one that takes nothing */
    static void watch(HttpServerRequest request, Duration patience) {
        Listener listener = new Listener(request);
        listener.keepLittle();
        Vertx.currentContext().owner().setPeriodic(patience.toMillis() / PATIENCE_LOOKS, listener::look);
    }

    /** A stream that waits until its client takes more would wait for ever for one that has left. */
    static void endWithClient(HttpServerResponse client, HttpClientResponse stream) {
        client.closeHandler(_ -> stream.request().reset());
    }

    private void keepLittle() {
        response.setWriteQueueMaxSize(QUEUE);
        if (connection instanceof ConnectionBase base) {
            base.channel().config().setOption(ChannelOption.SO_SNDBUF, SEND_BUFFER);
        }
    }

    private void look(long timer) {
        if (response.ended() || response.closed()) {
            Vertx.currentContext().owner().cancelTimer(timer);
            return;
        }
        boolean stands = response.writeQueueFull() && response.bytesWritten() == written;
        written = response.bytesWritten();
        looks = stands ? looks + 1 : 0;
        // Past Vert.x, whose reset and close both wait until everything is sent.
        if (looks >= PATIENCE_LOOKS && connection instanceof ConnectionBase base) {
            var unused = base.channelHandlerContext().close();
        }
    }
}
