package io.plumbline.spec.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.Catalog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogSnapshotTest {
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private volatile String served = "a";
    private volatile int failure;
    private volatile String brokenBody;
    private HttpServer server;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private CatalogSnapshot snapshot;

    @BeforeEach
    void serveCatalog() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/internal/catalog", this::answer);
        server.start();
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        snapshot = new CatalogSnapshot(url, Duration.ofMinutes(5), Duration.ofMillis(20), metrics);
    }

    @AfterEach
    void stopServer() {
        snapshot.stop();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var etag = '"' + served + '"';
            int status = failure != 0
                    ? failure
                    : etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match")) ? 304 : 200;
            answers.add(status);
            exchange.getResponseHeaders().add("ETag", etag);
            if (status != 200) {
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            var body = brokenBody != null
                    ? brokenBody.getBytes(StandardCharsets.UTF_8)
                    : Json.mapper().writeValueAsBytes(new Catalog(served, List.of(), List.of(), List.of()));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var end = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited too long").isBefore(end);
            Thread.sleep(5);
        }
    }

    private String version() {
        return snapshot.current().map(Catalog::version).orElse(null);
    }

    @Test
    void readsTheCatalogOnStart() throws Exception {
        assertThat(snapshot.current()).isEmpty();
        snapshot.start();
        await(() -> "a".equals(version()));
    }

    @Test
    void retriesUntilTheCatalogAnswers() throws Exception {
        failure = 503;
        snapshot.start();
        await(() -> answers.size() >= 3);
        assertThat(snapshot.current()).isEmpty();
        failure = 0;
        await(() -> "a".equals(version()));
    }

    @Test
    void asksWithTheEntityTagAndKeepsAnUnchangedCatalog() throws Exception {
        snapshot.refresh().toCompletableFuture().join();
        var before = snapshot.current().orElseThrow();
        snapshot.refresh().toCompletableFuture().join();
        assertThat(snapshot.current()).containsSame(before);
        assertThat(answers).containsExactly(200, 304);
    }

    @Test
    void refreshTakesTheNewerCatalog() throws Exception {
        snapshot.refresh().toCompletableFuture().join();
        served = "b";
        snapshot.refresh().toCompletableFuture().join();
        assertThat(version()).isEqualTo("b");
    }

    @Test
    void keepsTheLastCatalogWhileTheServiceIsAwayOrAnswersNonsense() throws Exception {
        snapshot.refresh().toCompletableFuture().join();
        served = "b";
        failure = 500;
        snapshot.refresh().toCompletableFuture().join();
        failure = 0;
        brokenBody = "{\"version\": 7";
        snapshot.refresh().toCompletableFuture().join();
        brokenBody = "{\"version\": \"b\", \"surprise\": 1}";
        snapshot.refresh().toCompletableFuture().join();
        assertThat(version()).isEqualTo("a");
    }

    @Test
    void tellsTheTimeSinceTheCatalogWasLastConfirmed() throws Exception {
        failure = 503;
        snapshot.start();
        await(() -> !answers.isEmpty());
        assertThat(age()).isNaN();
        failure = 0;
        await(() -> "a".equals(version()));
        grow(0.2);
        snapshot.refresh().toCompletableFuture().join();
        assertThat(answers.getLast()).isEqualTo(304);
        assertThat(age()).isBetween(0.0, 0.2);
        failure = 500;
        grow(0.2);
        snapshot.refresh().toCompletableFuture().join();
        assertThat(age()).isGreaterThan(0.2);
    }

    private void grow(double seconds) throws InterruptedException {
        await(() -> age() > seconds);
    }

    private double age() {
        return metrics.get("catalog_snapshot_age").timeGauge().value(TimeUnit.SECONDS);
    }

    @Test
    void refreshAfterTheEndIsHarmless() {
        snapshot.stop();
        assertThat(snapshot.refresh().toCompletableFuture()).isCompleted();
        assertThat(snapshot.current()).isEmpty();
    }
}
