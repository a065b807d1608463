package io.plumbline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.EmbeddedPostgres;
import io.plumbline.embedded.PostgresAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTenantsTest {
    private static EmbeddedPostgres server;

    @TempDir
    Path data;

    @BeforeAll
    static void start() {
        server = EmbeddedPostgres.start(
                EmbeddedPostgres.Settings.forTests(EmbeddedPostgres.resource("db/bootstrap.sql")));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Two tables of two owners, one with partitions, each with a row of a demo tenant and of another one. */
    @BeforeEach
    void fill() throws Exception {
        execute("""
                DROP TABLE IF EXISTS warehouse.issues, jobs.records;
                CREATE TABLE warehouse.issues (tenant_id text) PARTITION BY LIST (tenant_id);
                CREATE TABLE warehouse.issues_other PARTITION OF warehouse.issues DEFAULT;
                CREATE TABLE jobs.records (tenant_id text);
                INSERT INTO warehouse.issues VALUES ('demo'), ('globex'), ('acme');
                INSERT INTO jobs.records VALUES ('demo'), ('acme');
                """);
        Files.createDirectories(data.resolve("demo"));
        Files.writeString(data.resolve("demo/loaded-until"), "2026-07-15");
    }

    @Test
    void anotherLastDayReplacesTheDemoTenantsAlone() throws Exception {
        demo().forgetOthers(server.address(), Optional.of(LocalDate.of(2026, 8, 1)));
        assertThat(tenants("warehouse.issues")).isEqualTo("acme");
        assertThat(tenants("jobs.records")).isEqualTo("acme");
        assertThat(data.resolve("demo/loaded-until")).doesNotExist();
    }

    @Test
    void theSameLastDayAndNoneKeepWhatIsThere() throws Exception {
        demo().forgetOthers(server.address(), Optional.of(LocalDate.of(2026, 7, 15)));
        demo().forgetOthers(server.address(), Optional.empty());
        assertThat(tenants("warehouse.issues")).isEqualTo("acme,demo,globex");
        assertThat(data.resolve("demo/loaded-until")).exists();
    }

    private DemoTenants demo() {
        return DemoTenants.besides(data);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = server.address().connect(PostgresAddress.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String tenants(String table) throws SQLException {
        try (Connection connection = server.address().connect(PostgresAddress.SUPERUSER);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT string_agg(tenant_id, ',' ORDER BY tenant_id) FROM " + table)) {
            row.next();
            return row.getString(1);
        }
    }
}
