package io.plumbline.local.gateway;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Knows how many requests are being answered, so that the gateway can let them finish before it ends. */
final class Turnstile implements Handler<HttpServerRequest> {
    private final Handler<HttpServerRequest> inside;
    private final Handler<HttpServerRequest> closed;

    /** One party for the gateway itself, one for each request. */
    private final Phaser parties = new Phaser(1);

    /** How many requests of a connection are being answered. */
    private final Map<HttpConnection, Integer> guests = new ConcurrentHashMap<>();

    private volatile boolean closing;

    /**
     * A turnstile that lets everything in.
     *
     * @param closed answers requests that come while the others finish
     */
    Turnstile(Handler<HttpServerRequest> inside, Handler<HttpServerRequest> closed) {
        this.inside = inside;
        this.closed = closed;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (closing) {
            closed.handle(request);
            return;
        }
        if (Routes.isStream(request.path() == null ? "" : request.path())) {
            // It lasts as long as its job; who reads it comes back and reads on.
            inside.handle(request);
            return;
        }
        HttpConnection connection = request.connection();
        parties.register();
        guests.merge(connection, 1, Integer::sum);
        request.response().endHandler(_ -> leave(connection));
        inside.handle(request);
    }

    private void leave(HttpConnection connection) {
        guests.computeIfPresent(connection, (_, count) -> {
            parties.arriveAndDeregister();
            return count == 1 ? null : count - 1;
        });
    }

    /** A connection was closed: answers that were broken off do not tell of their end. */
    void closed(HttpConnection connection) {
        while (guests.containsKey(connection)) {
            leave(connection);
        }
    }

    /** Lets nobody in any more and waits until those inside are done. Says whether they were in time. */
    boolean close(Duration patience) {
        closing = true;
        try {
            parties.awaitAdvanceInterruptibly(parties.arrive(), patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
