package io.plumbline.jobs.jira;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sends one request and gives its answer: no redirects, an address that was checked, the name for TLS, a limit of time for
 * the whole and of size for the unpacked body. Blocks; called from threads of its callers.
 */
@ApplicationScoped
class Wire {
    private static final int MAX_HEADERS = 64 * 1024;

    private final HttpClient client;
    private final JiraSettings settings;

    Wire(Vertx vertx, JiraSettings settings) {
        this.settings = settings;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setMaxPoolSize(2)
                .setKeepAliveTimeout(15)
                .setDecompressionSupported(true)
                .setMaxHeaderSize(MAX_HEADERS));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** An answer. */
    static final class Answer {
        private final int status;
        private final MultiMap headers;
        private final byte[] body;

        private Answer(int status, MultiMap headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        int status() {
            return status;
        }

        /** A header's value; null where there is none. */
        String header(String name) {
            return headers.get(name);
        }

        /** Not copied: nobody writes to it. */
        byte[] body() {
            return body;
        }
    }

    /** The body is larger than allowed. */
    static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Sends a request.
     *
     * @param body JSON, or null for GET
     * @throws ExecutionException where there is no whole answer
     * @throws TimeoutException where it took too long
     */
    Answer send(Site site, InetAddress address, String path, Credentials credentials, byte[] body)
            throws InterruptedException, ExecutionException, TimeoutException {
        RequestOptions options = new RequestOptions()
                .setMethod(body == null ? HttpMethod.GET : HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(site.port(), address.getHostAddress()))
                .setHost(site.host())
                .setPort(site.port())
                .setSsl(site.https())
                .setURI(site.path() + path)
                .setFollowRedirects(false)
                .putHeader(HttpHeaders.AUTHORIZATION, credentials.header())
                .putHeader(HttpHeaders.ACCEPT, "application/json")
                .putHeader(HttpHeaders.USER_AGENT, "plumbline");
        AtomicReference<HttpClientRequest> sent = new AtomicReference<>();
        CompletableFuture<Answer> answer = client.request(options)
                .compose(request -> {
                    sent.set(request);
                    return send(request, body).compose(this::collect);
                })
                .toCompletionStage()
                .toCompletableFuture();
        try {
            return answer.get(settings.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | TimeoutException e) {
            if (sent.get() != null) {
                sent.get().reset();
            }
            throw e;
        }
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, byte[] body) {
        if (body == null) {
            return request.send();
        }
        request.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        return request.send(Buffer.buffer(body));
    }

    private Future<Answer> collect(HttpClientResponse response) {
        Promise<Answer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(whole::tryFail);
        response.handler(piece -> {
            if (body.length() + piece.length() > settings.maxAnswer()) {
                whole.tryFail(new TooLargeException());
                response.request().reset();
            } else {
                body.appendBuffer(piece);
            }
        });
        response.endHandler(
                _ -> whole.tryComplete(new Answer(response.statusCode(), response.headers(), body.getBytes())));
        return whole.future();
    }
}
