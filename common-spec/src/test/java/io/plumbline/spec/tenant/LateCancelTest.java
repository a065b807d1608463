package io.plumbline.spec.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.PostgresAddress;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection on which a statement was cancelled serves the next caller unharmed, however late the cancel request comes. */
class LateCancelTest {
    private static final Caller LEAVER = new Caller(new Tenant("acme"), "leaver", Set.of());
    private static final Caller NEXT = new Caller(new Tenant("globex"), "next", Set.of());
    private static final Duration LATE = Duration.ofMillis(700);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String MINUTES = "SELECT count(*) FROM generate_series(1, 20000000000)";

    private static final String SOME_TIME =
            "SELECT current_setting('app.tenant_id') FROM (SELECT count(*) FROM generate_series(1, 5000000)) AS slowly";

    private final Vertx vertx = Vertx.vertx();
    private LateCancels way;
    private Pool pool;
    private TenantTransaction transactions;

    @BeforeEach
    void connect() throws IOException {
        PostgresAddress database = EmbeddedServers.postgres();
        way = LateCancels.before(database.port(), LATE);
        PgConnectOptions options = new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(way.port())
                .setDatabase(database.database())
                .setUser("query_service")
                .setPassword(database.password("query_service"));
        pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(options)
                .using(vertx)
                .build();
        transactions = new TenantTransaction(
                pool,
                new PoolMeter(new SimpleMeterRegistry()),
                new CancelRequests(vertx, "vertx-reactive:postgresql://127.0.0.1:" + way.port() + "/plumbline"));
    }

    @AfterEach
    void close() throws IOException {
        pool.closeAndAwait();
        vertx.closeAndAwait();
        way.close();
    }

    @Test
    void theNextStatementRunsToItsEnd() throws InterruptedException {
        var begun = new CountDownLatch(1);
        Cancellable left = transactions
                .run(
                        LEAVER,
                        Mode.READ_ONLY,
                        LIMIT,
                        connection -> connection
                                .query("SELECT 1")
                                .execute()
                                .invoke(begun::countDown)
                                .chain(() -> connection.query(MINUTES).execute()))
                .subscribe()
                .with(_ -> {}, _ -> {});
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        left.cancel();
        // As long as requests could still be under way, each of them on the leaver's connection: it is the only one.
        for (int i = 0; i < 4; i++) {
            assertThat(work(NEXT)).isEqualTo("globex");
        }
    }

    private String work(Caller caller) {
        Uni<String> tenant = transactions.run(
                caller,
                Mode.READ_ONLY,
                LIMIT,
                connection -> connection
                        .query(SOME_TIME)
                        .execute()
                        .map(rows -> rows.iterator().next().getString(0)));
        return tenant.await().atMost(LIMIT);
    }
}
