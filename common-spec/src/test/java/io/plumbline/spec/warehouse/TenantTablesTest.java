package io.plumbline.spec.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.embedded.PostgresAddress;
import io.plumbline.spec.rowsecurity.RowSecurityLints;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every tenant table of the catalog isolates two tenants, for reader and writer, and each lock is needed. */
class TenantTablesTest {
    private static ScratchDatabase database;
    private static Connection superuser;
    private static List<String> tables;
    private static List<String> partitions;

    @BeforeAll
    static void fill() throws SQLException {
        database = ScratchDatabase.migrated();
        superuser = database.connect(PostgresAddress.SUPERUSER);
        tables = ScratchDatabase.query(superuser, TenantRows.TABLES);
        partitions = ScratchDatabase.query(superuser, TenantRows.PARTITIONS);
        try (Connection jobService = database.connect("job_service")) {
            TenantRows.insert(jobService, tables, "acme");
            TenantRows.insert(jobService, tables, "globex");
        }
    }

    @AfterEach
    void endTransaction() throws SQLException {
        if (!superuser.getAutoCommit()) {
            superuser.rollback();
            superuser.setAutoCommit(true);
        }
    }

    @AfterAll
    static void drop() throws SQLException {
        superuser.close();
        database.close();
    }

    @Test
    void schemaHasNoFinding() throws SQLException {
        assertThat(tables)
                .contains("issues", "sprints", "sprint_issues", "issue_transitions")
                .hasSizeGreaterThan(15);
        assertThat(partitions).hasSize(4 * 14);
        assertThat(RowSecurityLints.findings(superuser)).isEmpty();
    }

    @Test
    void servicesSeeOnlyTheirTenantsRows() throws SQLException {
        for (String role : List.of("query_service", "job_service")) {
            for (String table : tables) {
                assertThat(visible(role, "acme", table)).as(table).containsExactly("acme");
                assertThat(visible(role, "globex", table)).as(table).containsExactly("globex");
                assertThat(visible(role, null, table)).as(table).isEmpty();
                assertThat(visible(role, "", table)).as(table).isEmpty();
            }
        }
    }

    @Test
    void partitionsIsolateByThemselves() throws SQLException {
        for (String partition : partitions) {
            assertThatThrownBy(() -> visible("query_service", "acme", partition))
                    .hasMessageContaining("permission denied");
            execute("GRANT SELECT ON warehouse.%s TO query_service".formatted(partition));
            assertThat(visible("query_service", "acme", partition))
                    .as(partition)
                    .containsExactly("acme");
            assertThat(visible("query_service", null, partition)).as(partition).isEmpty();
            execute("REVOKE SELECT ON warehouse.%s FROM query_service".formatted(partition));
        }
    }

    @Test
    void writerCannotWriteForAnotherTenant() throws SQLException {
        for (String table : tables) {
            try (Connection jobService = database.connect("job_service")) {
                TenantRows.asTenant(jobService, "acme");
                assertThat(update(jobService, "DELETE FROM warehouse.%s WHERE tenant_id = 'globex'".formatted(table)))
                        .isZero();
                assertThatThrownBy(() ->
                                update(jobService, "UPDATE warehouse.%s SET tenant_id = 'globex'".formatted(table)))
                        .hasMessageContaining("row-level security");
            }
        }
    }

    @Test
    void readerCannotWrite() throws SQLException {
        for (String table : tables) {
            try (Connection queryService = database.connect("query_service")) {
                TenantRows.asTenant(queryService, "acme");
                assertThatThrownBy(() -> update(queryService, "DELETE FROM warehouse." + table))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void eachLockIsNeeded() throws SQLException {
        superuser.setAutoCommit(false);
        for (String table : Stream.concat(tables.stream(), partitions.stream()).toList()) {
            for (String mutation : List.of(
                    "ALTER TABLE warehouse.%s DISABLE ROW LEVEL SECURITY",
                    "ALTER TABLE warehouse.%s NO FORCE ROW LEVEL SECURITY",
                    "DROP POLICY tenant_isolation ON warehouse.%s",
                    "ALTER POLICY tenant_isolation ON warehouse.%s USING (true)",
                    "CREATE POLICY wide ON warehouse.%s USING (true)")) {
                execute(mutation.formatted(table));
                assertThat(RowSecurityLints.findings(superuser, RowSecurityLints.TABLES))
                        .as(mutation, table)
                        .isNotEmpty();
                superuser.rollback();
            }
        }
    }

    @Test
    void isolationTurnsRedWithoutAPolicy() throws SQLException {
        execute("ALTER TABLE warehouse.issues DISABLE ROW LEVEL SECURITY");
        assertThat(visible("query_service", "acme", "issues")).contains("globex");
        execute("ALTER TABLE warehouse.issues ENABLE ROW LEVEL SECURITY");
        assertThat(visible("query_service", "acme", "issues")).containsExactly("acme");
    }

    @Test
    void viewsIsolateTenants() throws SQLException {
        for (String tenant : List.of("acme", "globex")) {
            try (Connection jobService = database.connect("job_service")) {
                TenantRows.asTenant(jobService, tenant);
                update(jobService, """
                        UPDATE warehouse.sprints SET planned_start = '2024-06-01', planned_end = '2024-06-15'""");
                update(jobService, "UPDATE warehouse.issues SET is_subtask = false");
                jobService.commit();
            }
        }
        for (String view : List.of("sprint_scope", "sprint_sets")) {
            assertThat(visible("query_service", "acme", view)).containsExactly("acme");
            assertThat(visible("query_service", null, view)).isEmpty();
        }
    }

    private static List<String> visible(String role, String tenant, String relation) throws SQLException {
        try (Connection connection = database.connect(role)) {
            TenantRows.asTenant(connection, tenant);
            return ScratchDatabase.query(connection, "SELECT DISTINCT tenant_id FROM warehouse." + relation);
        }
    }

    private static int update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
