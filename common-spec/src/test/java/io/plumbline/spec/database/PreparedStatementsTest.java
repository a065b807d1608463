package io.plumbline.spec.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.spec.tenant.TenantTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a connection of the pool keeps prepared, as the database on its other end sees it. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres"))
class PreparedStatementsTest {
    private static final Caller ANA = new Caller(new Tenant("acme"), "ana", Set.of());
    private static final String KEPT = "SELECT count(*) FROM pg_prepared_statements WHERE starts_with(statement, $1)";

    @Inject
    TenantTransaction transactions;

    @Test
    void keepsAStatementOfFiveThousandCharacters() {
        assertThat(kept("long", connection -> twice(connection, statement("long", 0, 5_000))))
                .isEqualTo(1);
    }

    @Test
    void keepsNoStatementThatTakesTooMuchMemory() {
        assertThat(kept(
                        "longest",
                        connection -> twice(connection, statement("longest", 0, PoolLimits.PREPARED_CHARACTERS))))
                .isEqualTo(1);
        assertThat(kept(
                        "longer",
                        connection -> twice(connection, statement("longer", 0, PoolLimits.PREPARED_CHARACTERS + 1))))
                .isZero();
    }

    @Test
    void keepsNoMoreThanItsMemoryAllows() {
        assertThat(kept(
                        "many",
                        connection -> Multi.createFrom()
                                .range(0, 3 * PoolLimits.PREPARED_STATEMENTS)
                                .onItem()
                                .transformToUniAndConcatenate(i -> run(connection, statement("many", i, 3_000)))
                                .collect()
                                .last()))
                .isPositive()
                .isLessThanOrEqualTo(PoolLimits.PREPARED_STATEMENTS);
    }

    private long kept(String name, Function<SqlConnection, Uni<?>> work) {
        return transactions
                .run(
                        ANA,
                        Mode.READ_ONLY,
                        Duration.ofSeconds(20),
                        connection -> work.apply(connection)
                                .chain(() -> connection
                                        .preparedQuery(KEPT)
                                        .execute(Tuple.of("SELECT '" + name + "'"))
                                        .map(rows -> rows.iterator().next().getLong(0))))
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    private static Uni<?> twice(SqlConnection connection, String statement) {
        return run(connection, statement).chain(() -> run(connection, statement));
    }

    private static Uni<?> run(SqlConnection connection, String statement) {
        return connection.preparedQuery(statement).execute();
    }

    private static String statement(String name, int number, int length) {
        String text = "SELECT '%s', %d, '".formatted(name, number);
        return text + "x".repeat(length - text.length() - 1) + "'";
    }
}
