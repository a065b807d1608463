package io.plumbline.local.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Bounds how many connections there are, and how long each may take to send a request: a sender of one byte now and then
 * is never idle, and would else hold a connection for ever.
 */
final class Connections {
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final int most;
    private final Door.Patience patience;
    private final Map<HttpConnection, Long> timers = new ConcurrentHashMap<>();

    Connections(Vertx vertx, Door door) {
        this.vertx = vertx;
        this.most = door.connections();
        this.patience = door.patience();
    }

    /**
     * A connection was made.
     *
     * @param atEnd what else is to happen when it is closed
     */
    void opened(HttpConnection connection, Consumer<HttpConnection> atEnd) {
        if (timers.size() >= most) {
            connection.close();
            return;
        }
        closeAfter(patience.head(), connection);
        connection.closeHandler(closed -> {
            Long timer = timers.remove(connection);
            if (timer != null) {
                vertx.cancelTimer(timer);
            }
            atEnd.accept(connection);
        });
    }

    /** A request's head has come; an upload's body may take as long as it takes. */
    void begun(HttpServerRequest request, boolean upload) {
        HttpConnection connection = request.connection();
        if (upload || request.isEnded()) {
            cancel(connection);
        } else {
            closeAfter(patience.body(), connection);
            request.end().onSuccess(end -> {
                // An answer that came first has started the wait for the next request already.
                if (!request.response().ended()) {
                    cancel(connection);
                }
            });
        }
    }

    /** A request's answer is sent: the wait for the next one begins. */
    void answered(HttpServerRequest request) {
        closeAfter(patience.head(), request.connection());
    }

    private void closeAfter(Duration time, HttpConnection connection) {
        replace(connection, vertx.setTimer(time.toMillis(), timer -> connection.close()));
    }

    private void cancel(HttpConnection connection) {
        replace(connection, NO_TIMER);
    }

    private void replace(HttpConnection connection, long timer) {
        Long before = timers.put(connection, timer);
        if (before != null && before != NO_TIMER) {
            vertx.cancelTimer(before);
        }
    }
}
