package io.plumbline.query.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.PostgresAddress;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.query.testing.TcpProxy;
import io.plumbline.query.testing.Warehouse;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Neighbours.class)
class DatabaseGuardTest {
    private final PostgresAddress address = EmbeddedServers.postgres();

    private record Settings(
            Duration statementTimeout,
            Duration startPatience,
            int tenantTransactions,
            int tenantWaiting,
            Duration tenantPatience)
            implements QueryConfig {}

    @Inject
    Vertx vertx;

    @Test
    void acceptsTheServicesOwnRole() {
        assertThatCode(() -> check("query_service")).doesNotThrowAnyException();
    }

    @Test
    void refusesASuperuser() {
        assertThatThrownBy(() -> check("postgres"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not start")
                .hasMessageContaining("postgres can bypass row level security");
    }

    @Test
    void refusesTheOwnerOfTheTables() {
        // It may also become the owner of the materialized views, who reads past the policies.
        assertThatThrownBy(() -> check("migrator"))
                .hasMessageContaining("owns tables")
                .hasMessageContaining("bypass row level security (");
    }

    @Test
    void refusesARoleThatMayBecomeTheOwner() {
        Warehouse.execute(address, "CREATE ROLE heir LOGIN NOINHERIT PASSWORD '%s'".formatted(password()));
        Warehouse.execute(address, "GRANT migrator TO heir");
        assertThatThrownBy(() -> check("heir")).hasMessageContaining("owns tables");
        Warehouse.execute(address, "DROP ROLE heir");
    }

    @Test
    void refusesARoleThatBypassesRowSecurity() {
        Warehouse.execute(address, "CREATE ROLE bypasser LOGIN BYPASSRLS PASSWORD '%s'".formatted(password()));
        assertThatThrownBy(() -> check("bypasser")).hasMessageContaining("bypasser can bypass");
        Warehouse.execute(address, "DROP ROLE bypasser");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            role_is_member  | GRANT pg_read_all_stats TO query_service     | REVOKE pg_read_all_stats FROM query_service
            role_may_create | GRANT CREATE ON SCHEMA query TO query_service | REVOKE CREATE ON SCHEMA query FROM query_service
            setting_preset  | ALTER ROLE query_service SET app.tenant_id = 'acme' | ALTER ROLE query_service RESET app.tenant_id
            """)
    void refusesADatabaseWithAHole(String lint, String hole, String mend) {
        Warehouse.execute(address, hole);
        try {
            assertThatThrownBy(() -> check("query_service"))
                    .hasMessageContaining("query-service does not start: " + lint + ": query_service: ")
                    .hasMessageContaining("Mend: ");
        } finally {
            Warehouse.execute(address, mend);
        }
    }

    @Test
    void waitsForADatabaseThatIsLateAtTheStart() {
        TcpProxy proxy = TcpProxy.start(address.port());
        proxy.cut();
        Thread.ofVirtual().start(() -> {
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
            proxy.restore();
        });
        assertThatCode(() -> check(proxy.port(), "query_service", Duration.ofSeconds(30)))
                .doesNotThrowAnyException();
    }

    @Test
    void givesUpWithAWordOnWhatToDo() {
        TcpProxy proxy = TcpProxy.start(address.port());
        proxy.cut();
        assertThatThrownBy(() -> check(proxy.port(), "query_service", Duration.ofSeconds(2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("query-service does not start")
                .hasMessageContaining("PT2S")
                .hasMessageContaining("PLUMBLINE_DB");
    }

    @Test
    void doesNotWaitWhereTheRoleIsRefused() {
        Instant start = Instant.now();
        assertThatThrownBy(() -> check(address.port(), "nobody_at_all", Duration.ofSeconds(60)))
                .hasMessageContaining("query-service does not start")
                .hasMessageContaining("PLUMBLINE_DB_PASSWORD");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(50));
    }

    private String password() {
        return address.password("query_service");
    }

    private void check(String role) {
        check(address.port(), role, Duration.ofSeconds(20));
    }

    private void check(int port, String role, Duration patience) {
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(new PgConnectOptions()
                        .setHost(address.host())
                        .setPort(port)
                        .setDatabase(address.database())
                        .setUser(role)
                        .setPassword(password()))
                .using(vertx)
                .build();
        try {
            new DatabaseGuard(pool, new Settings(patience, patience, 1, 1, patience)).check(new StartupEvent());
        } finally {
            assertThat(pool.close().await().indefinitely()).isNull();
        }
    }
}
