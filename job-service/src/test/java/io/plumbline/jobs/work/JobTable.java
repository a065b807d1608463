package io.plumbline.jobs.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.PostgresAddress;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Tenant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The table of jobs, past all locks: puts jobs there and looks at what becomes of them. */
final class JobTable {
    private JobTable() {}

    /** A job that waits. */
    static UUID put(String tenant, String priority, String spec) {
        UUID job = UUID.randomUUID();
        update("""
                INSERT INTO jobs.analytics_jobs (tenant_id, job_id, spec, spec_hash, shape_hash, priority, submitted_by, roles,
                    request_id)
                VALUES (?, ?::uuid, ?::jsonb, ?, 'shape', ?, 'ana', '{analyst}', 'req-1')""", tenant, job.toString(), spec, job.toString(), priority);
        return job;
    }

    /** A job that another process has taken, which gives no sign of life. */
    static Claim putClaimed(String tenant, String spec, int maxAttempts) {
        UUID job = UUID.randomUUID();
        update("""
                WITH job AS (SELECT ?::text AS tenant, ?::uuid AS id, ?::jsonb AS spec)
                INSERT INTO jobs.analytics_jobs (tenant_id, job_id, spec, spec_hash, shape_hash, priority, submitted_by, roles,
                    max_attempts, run_after)
                SELECT tenant, id, spec, id::text, 'shape', 'high', 'ana', '{analyst}', ?::integer, 'infinity' FROM job""", tenant, job.toString(), spec, Integer.toString(maxAttempts));
        update("""
                UPDATE jobs.analytics_jobs SET state = 'running', cause = 'claimed', attempt = 1, fence = fence + 1,
                    leased_by = 'elsewhere', lease_until = clock_timestamp() + interval '3 seconds', run_after = clock_timestamp()
                WHERE job_id = ?::uuid""", job.toString());
        return new Claim(
                job,
                1,
                1,
                maxAttempts,
                new Caller(Tenant.of(tenant), "ana", Set.of("analyst")),
                spec,
                "shape",
                0,
                null,
                null);
    }

    /** What a column of the job holds, as text. */
    static String get(UUID job, String column) {
        return rows("SELECT %s FROM jobs.analytics_jobs WHERE job_id = '%s'".formatted(column, job))
                .getFirst();
    }

    /** Waits until the job has come to the state. */
    static void await(UUID job, String state, Duration patience) {
        Instant end = Instant.now().plus(patience);
        String seen = get(job, "state");
        while (!seen.equals(state) && Instant.now().isBefore(end)) {
            pause(20);
            seen = get(job, "state");
        }
        assertThat(seen)
                .as(() -> String.join("\n", changes(job)) + "\n" + get(job, "error_code || ': ' || error"))
                .isEqualTo(state);
    }

    /** Each change of state: from, to, why, attempt. */
    static List<String> changes(UUID job) {
        return rows("""
                SELECT concat_ws(' ', coalesce(from_state, '-'), to_state, cause, attempt) FROM jobs.job_transitions
                WHERE job_id = '%s' ORDER BY seq""".formatted(job));
    }

    static List<String> rows(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static int update(String sql, String... values) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Connection connect() throws SQLException {
        return EmbeddedServers.postgres().connect(PostgresAddress.SUPERUSER);
    }
}
