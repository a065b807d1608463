package io.plumbline.jobs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.embedded.EmbeddedPostgres;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.PostgresAddress;
import io.plumbline.spec.rowsecurity.RowSecurityFinding;
import io.plumbline.spec.rowsecurity.RowSecurityLints;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service's own schema isolates tenants and has a way back. */
class JobsSchemaTest {
    private static final String COLUMNS = """
            SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, c.relforcerowsecurity, c.relacl
            FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
            WHERE c.relnamespace = 'jobs'::regnamespace ORDER BY 1, a.attnum""";

    private final PostgresAddress server = EmbeddedServers.postgres();
    private final PostgresAddress scratch = new PostgresAddress(
            server.host(),
            server.port(),
            "scratch_" + UUID.randomUUID().toString().replace("-", ""),
            server.passwords());

    @BeforeEach
    void create() throws SQLException {
        execute(server, "postgres", "CREATE DATABASE " + scratch.database());
        execute(scratch, "postgres", EmbeddedPostgres.resource("db/bootstrap.sql"));
        up();
    }

    @AfterEach
    void drop() throws SQLException {
        execute(server, "postgres", "DROP DATABASE " + scratch.database() + " WITH (FORCE)");
    }

    @Test
    void upDownUpGivesTheSameSchema() throws SQLException {
        List<String> first = query(COLUMNS);
        execute(scratch, "migrator", EmbeddedPostgres.resource("db/jobs/down/1.sql"));
        assertThat(query(COLUMNS)).isEmpty();
        up();

        assertThat(query(COLUMNS)).isEqualTo(first).hasSizeGreaterThan(40);
    }

    @Test
    void everyTableIsolatesTenants() throws SQLException {
        assertThat(findings()).isEmpty();
        for (String table :
                query("SELECT relname FROM pg_class WHERE relnamespace = 'jobs'::regnamespace AND relkind = 'r'")) {
            execute(scratch, "postgres", "ALTER TABLE jobs.%s NO FORCE ROW LEVEL SECURITY".formatted(table));
            assertThat(findings()).as(table).isNotEmpty();
            execute(scratch, "postgres", "ALTER TABLE jobs.%s FORCE ROW LEVEL SECURITY".formatted(table));
        }
    }

    @Test
    void specIsUniqueAmongATenantsActiveJobs() throws SQLException {
        String insert = """
                BEGIN; SELECT set_config('app.tenant_id', '%s', true);
                INSERT INTO jobs.analytics_jobs (tenant_id, job_id, spec, spec_hash, state, submitted_by)
                VALUES ('%s', gen_random_uuid(), '{}', 'h', '%s', 'ana'); COMMIT""";
        execute(scratch, "job_service", insert.formatted("acme", "acme", "queued"));
        execute(scratch, "job_service", insert.formatted("globex", "globex", "running"));
        execute(scratch, "job_service", insert.formatted("acme", "acme", "completed"));
        assertThatThrownBy(() -> execute(scratch, "job_service", insert.formatted("acme", "acme", "running")))
                .hasMessageContaining("analytics_jobs_active");
    }

    private void up() throws SQLException {
        execute(scratch, "migrator", EmbeddedPostgres.resource("db/jobs/V1__tables.sql"));
        execute(scratch, "migrator", EmbeddedPostgres.resource("db/jobs/R__row_security.sql"));
    }

    private List<RowSecurityFinding> findings() throws SQLException {
        try (Connection connection = scratch.connect("postgres")) {
            return RowSecurityLints.findings(connection);
        }
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = scratch.connect("postgres");
                Statement statement = connection.createStatement()) {
            return texts(statement.executeQuery(sql));
        }
    }

    private static List<String> texts(ResultSet rows) throws SQLException {
        List<String> found = new ArrayList<>();
        while (rows.next()) {
            StringBuilder text = new StringBuilder();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                text.append(column == 1 ? "" : " ").append(rows.getString(column));
            }
            found.add(text.toString());
        }
        return found;
    }

    private static void execute(PostgresAddress address, String role, String sql) throws SQLException {
        try (Connection connection = address.connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
