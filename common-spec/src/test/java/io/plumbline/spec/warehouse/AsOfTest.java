package io.plumbline.spec.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.embedded.PostgresAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The functions of an instant: the same columns, the caller's rights, and nothing that the planner does not see through. */
class AsOfTest {
    private static final String FUNCTIONS = """
            SELECT proname FROM pg_proc WHERE pronamespace = 'warehouse'::regnamespace AND proname LIKE '%_as_of' ORDER BY 1
            """;

    private static ScratchDatabase database;
    private static List<String> functions;

    @BeforeAll
    static void fill() throws SQLException {
        database = ScratchDatabase.migrated();
        try (Connection superuser = database.connect(PostgresAddress.SUPERUSER);
                Connection jobService = database.connect("job_service")) {
            List<String> tables = ScratchDatabase.query(superuser, TenantRows.TABLES);
            for (String tenant : List.of("acme", "globex")) {
                TenantRows.insert(jobService, tables, tenant);
                TenantRows.asTenant(jobService, tenant);
                execute(jobService, """
                        UPDATE warehouse.sprints SET planned_start = '2024-06-01', planned_end = '2024-06-15';
                        UPDATE warehouse.issues SET is_subtask = false;
                        INSERT INTO warehouse.issues (tenant_id, instance_id, issue_id, issue_key, project_id, issue_type, is_subtask,
                            is_bug, is_escaped, status_id, status, status_category, created_at, updated_at, has_history)
                        SELECT '%s', 'x', 'filler' || n, 'F-' || n, 'x', 'x', false, false, false, 'x', 'x', 'todo',
                            timestamptz '2024-01-01T00:00Z' + n * interval '1 hour', '2025-01-01', true
                        FROM generate_series(1, 3000) AS n
                        """.formatted(tenant));
                jobService.commit();
            }
            functions = ScratchDatabase.query(superuser, FUNCTIONS);
            execute(superuser, "ANALYZE");
        }
    }

    @AfterAll
    static void drop() throws SQLException {
        database.close();
    }

    @Test
    void thereIsOneForEachRelationWithHistory() {
        assertThat(functions)
                .containsExactly(
                        "blocked_intervals_as_of",
                        "comments_as_of",
                        "issue_states_as_of",
                        "issue_transitions_as_of",
                        "issues_as_of",
                        "sprint_sets_as_of",
                        "sprints_as_of",
                        "worklogs_as_of");
    }

    @Test
    void showOneTenantNothingOfAnother() throws SQLException {
        for (String function : functions) {
            for (String role : List.of("query_service", "job_service")) {
                assertThat(tenants(role, "acme", function)).as(function).containsExactly("acme");
                assertThat(tenants(role, "globex", function)).as(function).containsExactly("globex");
                assertThat(tenants(role, null, function)).as(function).isEmpty();
            }
        }
    }

    @Test
    void mayBeCalledByTheReaderAndTheWriterOnly() throws SQLException {
        for (String function : functions) {
            for (String role : List.of("catalog_service", "translator_service")) {
                assertThatThrownBy(() -> tenants(role, "acme", function)).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void runWithTheRightsOfTheCaller() throws SQLException {
        try (Connection connection = database.connect(PostgresAddress.SUPERUSER)) {
            assertThat(ScratchDatabase.query(connection, """
                            SELECT proname FROM pg_proc WHERE pronamespace = 'warehouse'::regnamespace
                              AND proretset AND (prosecdef OR provolatile <> 's' OR proconfig IS NOT NULL OR prolang <>
                                (SELECT oid FROM pg_language WHERE lanname = 'sql'))""")).isEmpty();
        }
    }

    @Test
    void arePutInPlaceByThePlanner() throws SQLException {
        for (String function : functions) {
            for (String role : List.of("query_service", "job_service")) {
                assertThat(plan(
                                role,
                                "SELECT * FROM warehouse." + function + "('2026-01-01') x WHERE x.tenant_id = 'acme'"))
                        .as(function)
                        .noneMatch(line -> line.contains("Function Scan"));
            }
        }
    }

    @Test
    void useTheIndexesOfTheirTables() throws SQLException {
        assertThat(plan("query_service", """
                        SELECT count(*) FROM warehouse.issues_as_of('2026-01-01') x
                        WHERE x.tenant_id = 'acme' AND x.created_at >= '2024-03-01' AND x.created_at < '2024-03-02'"""))
                .anyMatch(line -> line.contains("Index") && line.contains("issues_created"))
                .noneMatch(line -> line.contains("SubPlan"));
        assertThat(plan("query_service", """
                        SELECT x.status, x.estimate, x.sprint_id FROM warehouse.issues_as_of('2026-01-01') x
                        WHERE x.tenant_id = 'acme' AND x.created_at >= '2024-03-01' AND x.created_at < '2024-03-02'"""))
                .anyMatch(line -> line.contains("Index") && line.contains("issues_created"))
                .anyMatch(line -> line.contains("SubPlan"))
                .noneMatch(line -> line.contains("Function Scan"));
    }

    private static List<String> tenants(String role, String tenant, String function) throws SQLException {
        try (Connection connection = database.connect(role)) {
            TenantRows.asTenant(connection, tenant);
            return ScratchDatabase.query(
                    connection, "SELECT DISTINCT tenant_id FROM warehouse." + function + "('2040-01-01')");
        }
    }

    private static List<String> plan(String role, String sql) throws SQLException {
        try (Connection connection = database.connect(role)) {
            TenantRows.asTenant(connection, "acme");
            return ScratchDatabase.query(connection, "EXPLAIN " + sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
