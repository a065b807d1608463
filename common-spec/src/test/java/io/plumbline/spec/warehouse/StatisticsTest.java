package io.plumbline.spec.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.PostgresAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What PostgreSQL gathers on columns, such as the most common values of all tenants, is not shown to services. */
class StatisticsTest {
    private static final String VALUES = "SELECT DISTINCT tablename FROM pg_stats WHERE schemaname = 'warehouse'";

    private static ScratchDatabase database;

    @BeforeAll
    static void gather() throws SQLException {
        database = ScratchDatabase.migrated();
        try (Connection jobService = database.connect("job_service");
                Connection superuser = database.connect(PostgresAddress.SUPERUSER)) {
            List<String> tables = ScratchDatabase.query(superuser, TenantRows.TABLES);
            TenantRows.insert(jobService, tables, "acme");
            TenantRows.insert(jobService, tables, "globex");
            execute(superuser, "ANALYZE");
            assertThat(ScratchDatabase.query(superuser, VALUES)).contains("issues", "comments", "comments_2024");
        }
    }

    @AfterAll
    static void drop() throws SQLException {
        database.close();
    }

    @Test
    void servicesSeeNone() throws SQLException {
        for (String role : List.of("query_service", "job_service", "catalog_service", "translator_service")) {
            try (Connection service = database.connect(role)) {
                assertThat(ScratchDatabase.query(service, VALUES)).as(role).isEmpty();
            }
        }
    }

    @Test
    void rowSecurityHidesThem() throws SQLException {
        try (Connection superuser = database.connect(PostgresAddress.SUPERUSER);
                Connection service = database.connect("query_service")) {
            execute(superuser, "ALTER TABLE warehouse.issues DISABLE ROW LEVEL SECURITY");
            assertThat(ScratchDatabase.query(service, VALUES)).containsExactly("issues");
            execute(superuser, "ALTER TABLE warehouse.issues ENABLE ROW LEVEL SECURITY");
        }
    }

    private static void execute(Connection superuser, String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
