package io.plumbline.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.PostgresAddress;
import io.plumbline.query.retention.TimedIds;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.query.testing.TableLock;
import io.plumbline.query.testing.TcpProxy;
import io.plumbline.query.testing.Warehouse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a service that is killed in the middle of a statement leaves in the audit, seen from the database's side. */
@QuarkusTest
@WithTestResource(Neighbours.class)
class KilledServiceTest {
    private final PostgresAddress address = EmbeddedServers.postgres();
    private final String request = UUID.randomUUID().toString();
    private final String shortRequest = UUID.randomUUID().toString();

    @Test
    void leavesAnEntryWhoseOutcomeIsUnknownOnceItIsDue() throws Exception {
        TcpProxy proxy = TcpProxy.start(address.port());
        try (TableLock lock = TableLock.of("warehouse.issues");
                Connection service = connect(proxy.port())) {
            enter(service, request, "1 hour");
            enter(service, shortRequest, "10 milliseconds");
            Thread statement = Thread.ofVirtual()
                    .start(() -> assertThatThrownBy(() -> read(service)).isInstanceOf(SQLException.class));
            proxy.cut();
            statement.join();
            assertThat(outcome(request)).isEqualTo("running");
            assertThat(lock.isHeld()).isTrue();
        }
        Thread.sleep(20);
        assertThat(outcome(shortRequest)).isEqualTo("unknown");
    }

    private static void enter(Connection service, String request, String patience) throws SQLException {
        try (Statement statement = service.createStatement()) {
            statement.execute("""
                    SELECT query.enter_audit('acme', '%s', 'ana', 'run', NULL, NULL, '{}', '%s', now(), now() + interval '%s')
                    """.formatted(TimedIds.at(Instant.now()), request, patience));
        }
    }

    private static void read(Connection service) throws SQLException {
        try (Statement statement = service.createStatement()) {
            statement.execute("SELECT count(*) FROM warehouse.issues");
        }
    }

    private String outcome(String request) {
        return Warehouse.query(address, "SELECT outcome FROM query.audit WHERE request_id = '" + request + "'")
                .getFirst();
    }

    private Connection connect(int port) throws SQLException {
        return DriverManager.getConnection(
                new PostgresAddress(address.host(), port, address.database(), address.passwords())
                        .jdbcUrl("query_service"));
    }
}
