package io.plumbline.local.gateway;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Knows how many requests are being answered, so that the gateway can let them finish before it ends. */
final class Turnstile implements Handler<HttpServerRequest> {
    private final Handler<HttpServerRequest> inside;
    private final Handler<HttpServerRequest> closed;

    /** One party for the gateway itself, one for each request. */
    private final Phaser parties = new Phaser(1);

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
        parties.register();
        request.response().endHandler(end -> parties.arriveAndDeregister());
        inside.handle(request);
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
