package io.plumbline.spec.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that are given up leave their connections to those that follow. */
class ServiceCallsTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);
    /** More than there are connections, so that some are given up while they wait for one. */
    private static final int MANY = 7;

    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;
    private ServiceCalls calls;

    @BeforeEach
    void start() throws Exception {
        server = vertx.createHttpServer()
                .requestHandler(ServiceCallsTest::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        calls = new ServiceCalls(vertx, new HttpClientOptions().setMaxPoolSize(2));
    }

    @AfterEach
    void stop() throws Exception {
        calls.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/never" -> request.resume();
            case "/half" -> request.response().setChunked(true).write("half");
            default ->
                request.bodyHandler(
                        body -> request.response().putHeader("X", "y").end(body));
        }
    }

    @Test
    void givesTheWholeAnswer() {
        ServiceAnswer answer =
                calls.send(to("/echo"), Buffer.buffer("hello"), LONG).await().atMost(LONG);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X")).isEqualTo("y");
        assertThat(answer.body()).hasToString("hello");
    }

    @Test
    void answersThatNeverComeKeepNoConnection() {
        timesOut("/never");
        answersStill();
    }

    @Test
    void answersThatStayHalfKeepNoConnection() {
        timesOut("/half");
        answersStill();
    }

    @Test
    void callersWhoLeaveKeepNoConnection() {
        List<Cancellable> leavers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            leavers.add(calls.send(to("/never"), null, LONG).subscribe().with(_ -> {}, _ -> {}));
        }
        leavers.forEach(Cancellable::cancel);
        answersStill();
    }

    private void timesOut(String path) {
        List<CompletableFuture<ServiceAnswer>> slow = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            slow.add(calls.send(to(path), null, SHORT).subscribeAsCompletionStage());
        }
        slow.forEach(call ->
                assertThatThrownBy(() -> call.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(TimeoutException.class));
    }

    private void answersStill() {
        for (int i = 0; i < MANY; i++) {
            assertThat(calls.send(to("/echo"), Buffer.buffer("x"), LONG)
                            .await()
                            .atMost(LONG)
                            .status())
                    .isEqualTo(200);
        }
    }

    private RequestOptions to(String path) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("127.0.0.1")
                .setPort(server.actualPort())
                .setURI(path);
    }
}
