package io.plumbline.spec.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The transaction through which alone services see tenants' rows, on a real server and its real pool. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres"))
class TenantTransactionTest {
    private static final Caller ANA = new Caller(new Tenant("acme"), "ana", Set.of(Roles.VIEWER));
    private static final Caller CEM = new Caller(new Tenant("globex"), "cem", Set.of(Roles.VIEWER));
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int POOL_SIZE = 16;
    /** Minutes of work, in a statement that services may run. */
    private static final String SLOW = "SELECT count(*) FROM generate_series(1, 20000000000)";

    @Inject
    TenantTransaction transactions;

    @Inject
    Pool pool;

    @Test
    void setsTenantUserAndLimitsForTheWork() {
        assertThat(settings(ANA, Mode.READ_ONLY)).containsExactly("acme", "ana", "20s", "on", "ana");
        assertThat(settings(CEM, Mode.READ_WRITE)).containsExactly("globex", "cem", "20s", "off", "cem");
    }

    @Test
    void leavesNothingOnThePooledConnection() {
        for (int i = 0; i < POOL_SIZE * 2; i++) {
            settings(ANA, Mode.READ_ONLY);
            assertThat(outside("SELECT coalesce(current_setting('app.tenant_id', true), '')"))
                    .isEmpty();
            assertThat(outside("SELECT current_setting('statement_timeout')")).isEqualTo("0");
        }
    }

    @Test
    void cannotWriteInAReadOnlyTransaction() {
        assertThat(problemOf(transactions.run(
                        ANA, Mode.READ_ONLY, LIMIT, c -> text(c, "SELECT nextval('pg_catalog.nothing')::text"))))
                .isEqualTo(CommonProblem.INTERNAL_ERROR);
        assertThat(problemOf(transactions.run(
                        ANA,
                        Mode.READ_ONLY,
                        LIMIT,
                        c -> text(c, "SELECT set_config('transaction_read_only', 'off', true)"))))
                .isEqualTo(CommonProblem.INTERNAL_ERROR);
    }

    @Test
    void stopsAStatementAtItsTimeLimit() {
        assertThat(problemOf(transactions.run(ANA, Mode.READ_ONLY, Duration.ofMillis(200), c -> text(c, SLOW))))
                .isEqualTo(CommonProblem.TIMEOUT);
    }

    @Test
    void passesTheWorksOwnFailureOn() {
        var refusal = new ProblemException(CommonProblem.CONFLICT, "not now");
        assertThatThrownBy(() -> transactions
                        .run(ANA, Mode.READ_WRITE, LIMIT, _ -> Uni.createFrom().failure(refusal))
                        .await()
                        .atMost(PATIENCE))
                .isSameAs(refusal);
    }

    @Test
    void keepsWhatCameBeforeWhenTheWorkFails() {
        assertThat(problemOf(transactions.run(
                        ANA,
                        Mode.READ_ONLY,
                        LIMIT,
                        c -> text(c, "SELECT set_config('app.probe', 'kept', false)")
                                .replaceWithVoid(),
                        c -> text(c, "SELECT 1 / 0"))))
                .isEqualTo(CommonProblem.INTERNAL_ERROR);
        assertThat(everywhere("SELECT coalesce(current_setting('app.probe', true), '')"))
                .contains("kept");
    }

    @Test
    void cancelsTheStatementWhenTheAnswerIsNoLongerWanted() throws Exception {
        Cancellable subscription = transactions
                .run(new Caller(new Tenant("acme"), "leaver", Set.of()), Mode.READ_ONLY, LIMIT, c -> text(c, SLOW))
                .subscribe()
                .with(_ -> {}, _ -> {});
        waitUntilRunning("leaver", 1);
        subscription.cancel();
        waitUntilRunning("leaver", 0);
    }

    @Test
    void aLateCancellationNeverHitsTheNextBorrower() {
        for (int i = 0; i < 200; i++) {
            Cancellable subscription = transactions
                    .run(
                            ANA,
                            Mode.READ_ONLY,
                            LIMIT,
                            c -> text(c, "SELECT count(*)::text FROM generate_series(1, 3000)"))
                    .subscribe()
                    .with(_ -> {}, _ -> {});
            if (i % 3 == 0) {
                settings(ANA, Mode.READ_ONLY);
            }
            subscription.cancel();
            assertThat(settings(CEM, Mode.READ_ONLY)).first().isEqualTo("globex");
        }
    }

    @Test
    void answersOverloadedWhenNoConnectionIsFree() throws Exception {
        var holders = new ArrayList<Cancellable>();
        var holder = new Caller(new Tenant("acme"), "holder", Set.of());
        for (int i = 0; i < POOL_SIZE; i++) {
            holders.add(transactions
                    .run(holder, Mode.READ_ONLY, LIMIT, c -> text(c, SLOW))
                    .subscribe()
                    .with(_ -> {}, _ -> {}));
        }
        waitUntilRunning("holder", POOL_SIZE);
        try {
            assertThat(problemOf(transactions.run(ANA, Mode.READ_ONLY, LIMIT, c -> text(c, "SELECT '1'"))))
                    .isEqualTo(CommonProblem.OVERLOADED);
        } finally {
            holders.forEach(Cancellable::cancel);
        }
        waitUntilRunning("holder", 0);
        assertThat(settings(ANA, Mode.READ_ONLY)).first().isEqualTo("acme");
    }

    private List<String> settings(Caller caller, Mode mode) {
        return transactions
                .run(caller, mode, LIMIT, c -> c.preparedQuery("""
                        SELECT current_setting('app.tenant_id'), current_setting('app.user_id'),
                               current_setting('statement_timeout'), current_setting('transaction_read_only'),
                               current_setting('application_name')""").execute())
                .map(rows -> {
                    var row = rows.iterator().next();
                    return List.of(
                            row.getString(0), row.getString(1), row.getString(2), row.getString(3), row.getString(4));
                })
                .await()
                .atMost(PATIENCE);
    }

    private String outside(String sql) {
        return pool.withConnection(c -> text(c, sql)).await().atMost(PATIENCE);
    }

    /** On each connection of the pool: all at once, and so slowly that none serves two. */
    private List<String> everywhere(String sql) {
        String slowly = sql + " FROM (SELECT count(*) FROM generate_series(1, 500000)) AS slowly";
        return Uni.join()
                .all(IntStream.range(0, POOL_SIZE)
                        .mapToObj(_ -> pool.withConnection(c -> text(c, slowly)))
                        .toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE);
    }

    private static Uni<String> text(SqlConnection connection, String sql) {
        return connection
                .preparedQuery(sql)
                .execute()
                .map(rows -> String.valueOf(rows.iterator().next().getValue(0)));
    }

    private static Object problemOf(Uni<?> work) {
        return work.map(_ -> (Object) "no problem")
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> failure.type())
                .await()
                .atMost(PATIENCE);
    }

    private static void waitUntilRunning(String user, int count) throws SQLException, InterruptedException {
        // Less than the time limit of the statements.
        var deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (running(user) != count) {
            assertThat(System.nanoTime())
                    .as("15 s to reach %d statements", count)
                    .isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private static int running(String user) throws SQLException {
        try (var connection = EmbeddedServers.postgres().connect("postgres");
                var query = connection.prepareStatement(
                        "SELECT count(*) FROM pg_stat_activity WHERE application_name = ? AND state = 'active'")) {
            query.setString(1, user);
            var rows = query.executeQuery();
            rows.next();
            return rows.getInt(1);
        }
    }
}
