package io.plumbline.spec.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.event.CatalogChanged;
import io.plumbline.spec.tenant.Tenant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantSnapshotsTest {
    private static final Tenant ACME = new Tenant("acme");
    private static final Tenant GLOBEX = new Tenant("globex");
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Map<String, String> versions = new ConcurrentHashMap<>(Map.of("", "p"));
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private volatile CountDownLatch hold = new CountDownLatch(0);
    private HttpServer server;
    private CatalogSnapshot product;
    private URI url;

    @BeforeEach
    void serveCatalogs() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/internal/catalog", this::answer);
        server.start();
        url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        product = new CatalogSnapshot(url, LONG, Duration.ofMillis(20), new SimpleMeterRegistry());
        product.refresh().toCompletableFuture().join();
        asked.clear();
    }

    @AfterEach
    void stopServer() {
        product.stop();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getQuery();
            String tenant = query == null ? "" : query.replace("tenant=", "");
            String version = versions.getOrDefault(tenant, versions.get(""));
            CountDownLatch wait = hold;
            begun.add(tenant);
            await(wait);
            String known = exchange.getRequestHeaders().getFirst("If-None-Match");
            boolean same = known != null && List.of(known.split(", ")).contains('"' + version + '"');
            int status = away ? 503 : same ? 304 : 200;
            asked.add(tenant + " " + status);
            exchange.getResponseHeaders().add("ETag", '"' + version + '"');
            if (status != 200) {
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            byte[] body = Json.mapper().writeValueAsBytes(new Catalog(version, List.of(), List.of(), List.of()));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private TenantSnapshots snapshots(Duration checkEvery) {
        return new TenantSnapshots(product, url, checkEvery);
    }

    private static Optional<Catalog> load(TenantSnapshots snapshots, Tenant tenant) {
        return snapshots.load(tenant).await().atMost(Duration.ofSeconds(10));
    }

    private static String version(TenantSnapshots snapshots, Tenant tenant) {
        return load(snapshots, tenant).map(Catalog::version).orElse(null);
    }

    private static void tell(TenantSnapshots snapshots, CatalogChanged event) throws Exception {
        snapshots
                .heed(Json.mapper().writeValueAsString(event))
                .toCompletableFuture()
                .join();
    }

    @Test
    void sharesTheProductsCatalogWithATenantThatChangesNothing() {
        var snapshots = snapshots(LONG);
        assertThat(load(snapshots, ACME)).containsSame(product.current().orElseThrow());
        assertThat(asked).containsExactly("acme 304");
    }

    @Test
    void keepsEachTenantsOwn() {
        versions.put("acme", "p.a");
        var snapshots = snapshots(LONG);
        assertThat(version(snapshots, ACME)).isEqualTo("p.a");
        assertThat(version(snapshots, GLOBEX)).isEqualTo("p");
        assertThat(version(snapshots, ACME)).isEqualTo("p.a");
        assertThat(asked).containsExactly("acme 200", "globex 304");
    }

    @Test
    void looksAgainAfterAWhile() {
        var snapshots = snapshots(Duration.ZERO);
        assertThat(version(snapshots, ACME)).isEqualTo("p");
        versions.put("acme", "p.a");
        assertThat(version(snapshots, ACME)).isEqualTo("p.a");
        assertThat(version(snapshots, ACME)).isEqualTo("p.a");
        assertThat(asked).containsExactly("acme 304", "acme 200", "acme 304");
    }

    @Test
    void looksAtOnceAfterNewsOfTheTenantAndLeavesOthersAlone() throws Exception {
        var snapshots = snapshots(LONG);
        assertThat(version(snapshots, ACME)).isEqualTo("p");
        assertThat(version(snapshots, GLOBEX)).isEqualTo("p");
        versions.put("acme", "p.a");
        versions.put("globex", "p.g");
        tell(snapshots, CatalogChanged.of(ACME, "p.a", Instant.now()));
        assertThat(version(snapshots, ACME)).isEqualTo("p.a");
        assertThat(version(snapshots, GLOBEX)).isEqualTo("p");
    }

    @Test
    void looksAtAllAfterNewsOfTheProductOrUnreadableNews() throws Exception {
        var snapshots = snapshots(LONG);
        assertThat(version(snapshots, ACME)).isEqualTo("p");
        versions.put("", "q");
        tell(snapshots, CatalogChanged.of("q", Instant.now()));
        assertThat(product.current()).map(Catalog::version).contains("q");
        assertThat(load(snapshots, ACME)).containsSame(product.current().orElseThrow());
        versions.put("", "r");
        snapshots.heed("{").toCompletableFuture().join();
        assertThat(version(snapshots, ACME)).isEqualTo("r");
    }

    @Test
    void keepsTheLastCatalogWhileTheSourceIsAway() throws Exception {
        versions.put("acme", "p.a");
        var snapshots = snapshots(LONG);
        assertThat(version(snapshots, ACME)).isEqualTo("p.a");
        away = true;
        tell(snapshots, CatalogChanged.of(ACME, "p.b", Instant.now()));
        assertThat(version(snapshots, ACME)).isEqualTo("p.a");
        assertThat(load(snapshots, GLOBEX)).isEmpty();
        away = false;
        assertThat(version(snapshots, GLOBEX)).isEqualTo("p");
    }

    @Test
    void asksOnceForCallersAtTheSameTime() {
        hold = new CountDownLatch(1);
        var snapshots = snapshots(LONG);
        var first = snapshots.load(ACME).subscribeAsCompletionStage();
        var second = snapshots.load(ACME).subscribeAsCompletionStage();
        hold.countDown();
        assertThat(first.join()).isEqualTo(second.join());
        assertThat(asked).hasSize(1);
    }

    @Test
    void answersThoseWhoStayWhenOneOfThemLeaves() {
        hold = new CountDownLatch(1);
        var snapshots = snapshots(LONG);
        var leaving = snapshots.load(ACME).subscribeAsCompletionStage();
        var staying = snapshots.load(ACME).subscribeAsCompletionStage();
        leaving.cancel(true);
        hold.countDown();
        assertThat(staying.join()).isPresent();
    }

    @Test
    void doesNotAnswerFromALookThatBeganBeforeTheNews() throws Exception {
        var snapshots = snapshots(LONG);
        var old = new CountDownLatch(1);
        hold = old;
        var before = snapshots.load(ACME).subscribeAsCompletionStage();
        while (!begun.contains("acme")) {
            Thread.sleep(5);
        }
        versions.put("acme", "p.a");
        hold = new CountDownLatch(0);
        tell(snapshots, CatalogChanged.of(ACME, "p.a", Instant.now()));
        assertThat(version(snapshots, ACME)).isEqualTo("p.a");
        old.countDown();
        assertThat(before.join()).map(Catalog::version).contains("p");
        assertThat(version(snapshots, ACME)).isEqualTo("p.a");
    }
}
