package io.plumbline.spec.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;

/**
 * Calls to another service. A call that is given up, by its time limit or by whoever waits for it, gives its connection
 * back; the client alone would keep it for ever, for a request that nobody sends or an answer that nobody reads.
 */
public final class ServiceCalls implements AutoCloseable {
    private final HttpClient client;

    public ServiceCalls(Vertx vertx, HttpClientOptions options) {
        this.client = vertx.createHttpClient(options);
    }

    /**
     * Sends a request.
     *
     * @param body null for none
     * @param timeout the most that the whole of it may take, the wait for a connection included
     * @return the answer, whatever its status; fails where there is none, with {@link
     *     io.smallrye.mutiny.TimeoutException} where it took too long
     */
    public Uni<ServiceAnswer> send(RequestOptions request, Buffer body, Duration timeout) {
        return Uni.createFrom()
                .<ServiceAnswer>emitter(emitter -> {
                    var call = new ServiceCall(body);
                    emitter.onTermination(call::giveUp);
                    client.request(request).compose(call::exchange).onComplete(emitter::complete, emitter::fail);
                })
                .ifNoItem()
                .after(timeout)
                .fail();
    }

    @Override
    public void close() {
        client.close();
    }
}
