package io.plumbline.query.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.PostgresAddress;
import io.plumbline.query.retention.TimedIds;
import io.plumbline.query.retention.WeekTending;
import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.query.testing.Warehouse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Neighbours.class)
class ReceiptRetentionTest {
    private final PostgresAddress address = EmbeddedServers.postgres();

    @Inject
    WeekTending tending;

    @Test
    void dropsWeeksThatAreTooOldAndNoOthers() {
        String justKept = Warehouse.query(
                        address, "SELECT to_char(date_trunc('week', now() - interval '89 days', 'UTC'), 'YYYYMMDD')")
                .getFirst();
        makeWeek("20200106");
        makeWeek(justKept);
        tending.tend();
        assertThat(weeks()).contains("receipts_" + justKept).doesNotContain("receipts_20200106");
        Warehouse.execute(address, "DROP TABLE query.receipts_" + justKept);
    }

    @Test
    void hasRoomForThisWeekAndTheFourAfterIt() {
        tending.tend();
        assertThat(weeks()).hasSize(5);
    }

    @Test
    void showsNoReceiptThatIsTooOldEvenWhileItIsThere() {
        UUID id = TimedIds.at(Instant.now().minus(Duration.ofDays(91)));
        Warehouse.execute(address, "CREATE TABLE query.receipts_19700101 PARTITION OF query.receipts DEFAULT");
        Warehouse.execute(address, """
                INSERT INTO query.receipts SELECT 'acme', '%s', 'ana', '{}', repeat('a', 64), '{}', '{}', '1', '1', 1, NULL,
                    now(), '{}', 0, 0, repeat('a', 64), NULL
                """.formatted(id));
        Call.get("/analytics/receipts/" + id, "acme").statusCode(404);
        Warehouse.execute(address, "DROP TABLE query.receipts_19700101");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM query.receipts",
                "UPDATE query.receipts SET total = 1",
                "TRUNCATE query.receipts",
                "SELECT query.tend_weeks('receipts', interval '0 days')",
                "SELECT * FROM query.%s"
            })
    void isNothingThatTheServicesRoleCanUndo(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl("query_service"));
                Statement sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement.formatted(weeks().getFirst())))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    private void makeWeek(String monday) {
        Warehouse.execute(address, """
                CREATE TABLE query.receipts_%1$s PARTITION OF query.receipts FOR VALUES FROM (query.first_id('%1$sZ'))
                    TO (query.first_id(timestamptz '%1$sZ' + interval '7 days'))
                """.formatted(monday));
    }

    private List<String> weeks() {
        return Warehouse.query(
                        address,
                        "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'query.receipts'::regclass")
                .stream()
                .map(name -> name.replace("query.", ""))
                .toList();
    }
}
