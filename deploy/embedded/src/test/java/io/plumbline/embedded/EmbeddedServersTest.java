package io.plumbline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class EmbeddedServersTest {
    @Test
    void everyRoleLogsInWithItsPassword() throws SQLException {
        PostgresAddress address = EmbeddedServers.postgres();
        for (String role : PostgresAddress.ROLES) {
            try (Connection connection = address.connect(role);
                    ResultSet row = connection.createStatement().executeQuery("SELECT current_user, version()")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo(role);
                assertThat(row.getString(2)).startsWith("PostgreSQL 17.");
            }
        }
    }

    @Test
    void refusesAWrongPassword() {
        String url =
                "jdbc:postgresql://" + EmbeddedServers.postgres().location() + "?user=query_service&password=wrong";
        assertThatThrownBy(() -> DriverManager.getConnection(url))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void sharesOneServerPerJvm() {
        assertThat(EmbeddedServers.postgres()).isEqualTo(EmbeddedServers.postgres());
        assertThat(EmbeddedServers.redis()).isEqualTo(EmbeddedServers.redis()).startsWith("redis://127.0.0.1:");
    }

    @Test
    void kafkaHasTheTopicsOfTheProductAndMakesNoOthers() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", EmbeddedServers.kafka()))) {
            assertThat(admin.listTopics().names().get())
                    .contains("analytics.jobs.submit", "tracker.changes.dlq", "catalog.changed", "warehouse.changed");
        }
    }

    @Test
    void givesTheSettingsOfAService() {
        EmbeddedServers resource = new EmbeddedServers();
        resource.init(Map.of("servers", "postgres, redis"));
        assertThat(resource.start())
                .containsOnlyKeys(
                        "PLUMBLINE_DB",
                        "PLUMBLINE_DB_PASSWORD",
                        "PLUMBLINE_SCHEDULER_PASSWORD",
                        "PLUMBLINE_MIGRATOR_PASSWORD",
                        "PLUMBLINE_REDIS",
                        "PLUMBLINE_ISSUER",
                        "PLUMBLINE_JWKS");
    }

    @Test
    void refusesAnUnknownServer() {
        EmbeddedServers resource = new EmbeddedServers();
        resource.init(Map.of("servers", "mysql"));
        assertThatThrownBy(resource::start)
                .hasMessageContaining("mysql")
                .hasMessageContaining("postgres, kafka, redis");
    }
}
