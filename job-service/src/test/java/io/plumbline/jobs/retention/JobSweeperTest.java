package io.plumbline.jobs.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.PostgresAddress;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What ended long ago goes with all that was noted of it, and nothing else does. Jobs are made old in the table. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class JobSweeperTest {
    @Inject
    JobSweeper sweeper;

    @Inject
    MeterRegistry meters;

    @AfterEach
    void forget() throws SQLException {
        execute("DELETE FROM jobs.analytics_jobs WHERE tenant_id LIKE 'swept%'");
    }

    @Test
    void removesWhatEndedLongAgoOfEveryTenantWithAllThatWasNotedOfIt() throws SQLException {
        for (String tenant : List.of("swept_a", "swept_b")) {
            put(tenant, 130);
            execute("""
                    UPDATE jobs.analytics_jobs SET state = 'cancelled' WHERE tenant_id = '%s' AND label::integer <= 120""".formatted(tenant));
            age(tenant, "label::integer <= 110", 31);
            age(tenant, "label = '115'", 29);
        }
        double before = meters.counter("plumbline.jobs.removed").count();

        sweeper.sweep();

        for (String tenant : List.of("swept_a", "swept_b")) {
            for (String table : List.of("analytics_jobs", "job_events", "idempotency_keys")) {
                assertThat(count(table, tenant)).as(table).isEqualTo(20);
            }
            assertThat(count("job_transitions", tenant)).isEqualTo(10 * 2 + 10);
            assertThat(labels(tenant)).startsWith("111").contains("115", "120", "121", "130");
        }
        assertThat(meters.counter("plumbline.jobs.removed").count() - before).isEqualTo(220);
    }

    @Test
    void keepsAJobAsLongAsItsResult() throws SQLException {
        put("swept_result", 2);
        execute("""
                UPDATE jobs.analytics_jobs SET state = 'running', lease_until = 'infinity' WHERE tenant_id = 'swept_result';
                UPDATE jobs.analytics_jobs SET state = 'completed', lease_until = NULL,
                    result_expires_at = clock_timestamp() + CASE label WHEN '1' THEN interval '1 hour' ELSE interval '-1 hour' END
                WHERE tenant_id = 'swept_result'""");
        age("swept_result", "true", 90);
        sweeper.sweep();
        assertThat(labels("swept_result")).containsExactly("1");
    }

    @Test
    void keepsWhatHasNotEndedHoweverOldItIs() throws SQLException {
        put("swept_waits", 2);
        execute("""
                UPDATE jobs.analytics_jobs SET submitted_at = submitted_at - interval '1 year', run_after = 'infinity'
                WHERE tenant_id = 'swept_waits'""");
        sweeper.sweep();
        assertThat(labels("swept_waits")).containsExactly("1", "2");
    }

    private static void put(String tenant, int count) throws SQLException {
        execute("""
                INSERT INTO jobs.analytics_jobs (tenant_id, job_id, label, spec, spec_hash, shape_hash, priority, submitted_by,
                    event_seq)
                SELECT '%1$s', gen_random_uuid(), n::text, '{}', n::text, 'shape', 'low', 'ana', 1 FROM generate_series(1, %2$d) n;
                INSERT INTO jobs.job_events (tenant_id, job_id, seq, kind, data)
                SELECT tenant_id, job_id, 1, 'queued', '{}' FROM jobs.analytics_jobs WHERE tenant_id = '%1$s';
                INSERT INTO jobs.idempotency_keys (tenant_id, user_id, key, body_hash, job_id, status, answer)
                SELECT tenant_id, 'ana', label, '', job_id, 202, '' FROM jobs.analytics_jobs
                WHERE tenant_id = '%1$s'""".formatted(tenant, count));
    }

    private static void age(String tenant, String which, int days) throws SQLException {
        execute("""
                UPDATE jobs.analytics_jobs SET finished_at = finished_at - interval '%d days'
                WHERE tenant_id = '%s' AND %s""".formatted(days, tenant, which));
    }

    private static int count(String table, String tenant) throws SQLException {
        return Integer.parseInt(texts("SELECT count(*) FROM jobs.%s WHERE tenant_id = '%s'".formatted(table, tenant))
                .getFirst());
    }

    private static List<String> labels(String tenant) throws SQLException {
        return texts("SELECT label FROM jobs.analytics_jobs WHERE tenant_id = '%s' ORDER BY label::integer"
                .formatted(tenant));
    }

    private static List<String> texts(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() throws SQLException {
        return EmbeddedServers.postgres().connect(PostgresAddress.SUPERUSER);
    }
}
