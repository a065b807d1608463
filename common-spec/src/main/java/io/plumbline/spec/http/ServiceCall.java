package io.plumbline.spec.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.concurrent.CancellationException;

/** One call and how to give it up, whatever it waits for. */
final class ServiceCall {
    private final Buffer body;
    private HttpClientRequest request;
    private boolean isOver;

    ServiceCall(Buffer body) {
        this.body = body;
    }

    Future<ServiceAnswer> exchange(HttpClientRequest opened) {
        // What fails is told by the futures; without a handler the client logs it as an error beside that.
        opened.exceptionHandler(_ -> {});
        synchronized (this) {
            if (isOver) {
                opened.reset();
                return Future.failedFuture(new CancellationException());
            }
            request = opened;
        }
        return (body == null ? opened.send() : opened.send(body)).compose(this::whole);
    }

    private Future<ServiceAnswer> whole(HttpClientResponse response) {
        return response.body()
                .map(content -> new ServiceAnswer(response.statusCode(), response.headers(), content))
                .onComplete(_ -> end());
    }

    /** From here on the connection may serve another call. */
    private synchronized void end() {
        isOver = true;
        request = null;
    }

    synchronized void giveUp() {
        isOver = true;
        if (request != null) {
            request.reset();
        }
    }
}
