package io.plumbline.jobs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.embedded.EmbeddedPostgres;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.PostgresAddress;
import io.plumbline.jobs.job.JobState;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        execute(scratch, "migrator", EmbeddedPostgres.resource("db/jobs/down/5.sql"));
        execute(scratch, "migrator", EmbeddedPostgres.resource("db/jobs/down/4.sql"));
        assertThat(findings()).isEmpty();
        execute(scratch, "migrator", EmbeddedPostgres.resource("db/jobs/down/3.sql"));
        execute(scratch, "migrator", EmbeddedPostgres.resource("db/jobs/down/2.sql"));
        assertThat(findings()).isEmpty();
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
        submit("acme", "queued");
        submit("globex", "queued");
        assertThatThrownBy(() -> submit("acme", "queued")).hasMessageContaining("analytics_jobs_active");

        as("acme", "UPDATE jobs.analytics_jobs SET cancel_requested_at = clock_timestamp()");
        submit("acme", "queued");
    }

    @Test
    void refusesWhatNoJobMayDo() throws SQLException {
        assertThatThrownBy(() -> submit("acme", "completed")).hasMessageContaining("begins queued, not completed");
        List<String> states = JobState.names();
        for (String from : states) {
            for (String to : states) {
                execute(scratch, "postgres", "TRUNCATE jobs.analytics_jobs CASCADE");
                submit("acme", "queued");
                for (String step : pathTo(from)) {
                    move(step);
                }
                boolean legal = from.equals(to) || JobState.changes().contains(from + " " + to);
                if (legal) {
                    move(to);
                } else {
                    assertThatThrownBy(() -> move(to)).hasMessageContaining("does not go from %s to %s", from, to);
                }
                List<String> wanted = new ArrayList<>(List.of("null queued"));
                wanted.addAll(edges(pathTo(from)));
                if (legal && !from.equals(to)) {
                    wanted.add(from + " " + to);
                }
                assertThat(query("SELECT from_state, to_state FROM jobs.job_transitions ORDER BY seq"))
                        .isEqualTo(wanted);
            }
        }
    }

    @Test
    void fenceOnlyGrowsAndHistoryStays() throws SQLException {
        submit("acme", "queued");
        as("acme", "UPDATE jobs.analytics_jobs SET fence = 2, event_seq = 2");
        assertThatThrownBy(() -> as("acme", "UPDATE jobs.analytics_jobs SET fence = 1"))
                .hasMessageContaining("only grow");
        assertThatThrownBy(() -> as("acme", "UPDATE jobs.analytics_jobs SET event_seq = 1"))
                .hasMessageContaining("only grow");
        assertThatThrownBy(() -> as("acme", "UPDATE jobs.job_transitions SET cause = 'other'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> as("acme", "DELETE FROM jobs.job_transitions"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void schedulerSeesThatWorkIsDueOfEveryTenantAndNothingElse() throws SQLException {
        submit("acme", "queued");
        submit("globex", "queued");
        move("running");
        move("completed");
        assertThat(scheduler("SELECT tenant_id, state FROM jobs.analytics_jobs"))
                .containsExactly("globex queued");
        execute(scratch, "postgres", "UPDATE jobs.analytics_jobs SET finished_at = finished_at - interval '25 hours'");
        assertThat(scheduler("SELECT state FROM jobs.analytics_jobs WHERE finished_at IS NOT NULL"))
                .containsExactly("completed");
        assertThat(scheduler("SELECT tenant_id FROM jobs.outbox")).isEmpty();
        for (String content : List.of(
                "SELECT spec FROM jobs.analytics_jobs",
                "SELECT * FROM jobs.analytics_jobs",
                "SELECT payload FROM jobs.outbox",
                "SELECT record FROM jobs.inbox",
                "SELECT tenant_id FROM jobs.dead_letters",
                "SELECT tenant_id FROM jobs.webhook_secrets",
                "SELECT tenant_id FROM jobs.job_results",
                "SELECT tenant_id FROM jobs.imports",
                "SELECT set_config('app.tenant_id', 'acme', true)",
                "SET transaction_read_only = off; UPDATE jobs.analytics_jobs SET state = 'failed'")) {
            assertThatThrownBy(() -> scheduler(content)).as(content).hasMessageContaining("permission denied");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            role_of_scheduler_open | GRANT SELECT (spec) ON jobs.analytics_jobs TO job_scheduler
            role_of_scheduler_open | GRANT SELECT (payload) ON jobs.outbox TO job_scheduler
            role_of_scheduler_open | GRANT SELECT ON jobs.outbox TO job_scheduler
            role_of_scheduler_open | GRANT UPDATE (state) ON jobs.analytics_jobs TO job_scheduler
            role_of_scheduler_open | GRANT SELECT (tenant_id) ON jobs.job_results TO job_scheduler
            policy_widens          | CREATE POLICY scheduling ON jobs.job_results FOR SELECT TO job_scheduler USING (true)
            policy_widens          | ALTER POLICY scheduling ON jobs.outbox TO job_scheduler, job_service
            policy_widens          | DROP POLICY scheduling ON jobs.outbox; CREATE POLICY scheduling ON jobs.outbox TO job_scheduler USING (true)
            policy_widens          | ALTER POLICY scheduling ON jobs.outbox RENAME TO other
            """)
    void lintsFindWhatTheSchedulerMustNotHave(String lint, String hole) throws SQLException {
        execute(scratch, "postgres", hole);
        assertThat(findings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.lint().name()).isEqualTo(lint));
    }

    private void submit(String tenant, String state) throws SQLException {
        as(tenant, """
                INSERT INTO jobs.analytics_jobs (tenant_id, job_id, spec, spec_hash, shape_hash, priority, state, submitted_by)
                VALUES ('%s', gen_random_uuid(), '{}', 'h', 's', 'low', '%s', 'ana')""".formatted(tenant, state));
    }

    private void move(String state) throws SQLException {
        as("acme", """
                UPDATE jobs.analytics_jobs SET state = '%s', fence = fence + 1,
                lease_until = CASE WHEN '%s' = 'running' THEN clock_timestamp() END""".formatted(state, state));
    }

    private static List<String> pathTo(String state) {
        return switch (state) {
            case "queued" -> List.of();
            case "running" -> List.of("running");
            default -> List.of("running", state);
        };
    }

    private static List<String> edges(List<String> path) {
        List<String> edges = new ArrayList<>();
        String at = "queued";
        for (String next : path) {
            edges.add(at + " " + next);
            at = next;
        }
        return edges;
    }

    private void as(String tenant, String statement) throws SQLException {
        execute(
                scratch,
                "job_service",
                "BEGIN; SELECT set_config('app.tenant_id', '%s', true); %s; COMMIT".formatted(tenant, statement));
    }

    private List<String> scheduler(String sql) throws SQLException {
        try (Connection connection = scratch.connect("job_scheduler");
                Statement statement = connection.createStatement()) {
            return texts(statement.executeQuery(sql));
        }
    }

    private void up() throws SQLException {
        execute(scratch, "migrator", EmbeddedPostgres.resource("db/jobs/V1__tables.sql"));
        execute(scratch, "migrator", EmbeddedPostgres.resource("db/jobs/V2__jobs.sql"));
        execute(scratch, "migrator", EmbeddedPostgres.resource("db/jobs/V3__ingest.sql"));
        execute(scratch, "migrator", EmbeddedPostgres.resource("db/jobs/V4__sync.sql"));
        execute(scratch, "migrator", EmbeddedPostgres.resource("db/jobs/V5__history.sql"));
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
