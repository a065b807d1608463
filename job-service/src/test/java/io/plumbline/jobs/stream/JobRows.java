package io.plumbline.jobs.stream;

import io.plumbline.embedded.EmbeddedServers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Jobs and their events as a worker writes them, past all locks. */
public final class JobRows implements AutoCloseable {
    private final Connection connection;

    public JobRows() {
        try {
            connection = EmbeddedServers.postgres().connect("postgres");
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A job that waits, with the first event of its log. No worker of this process takes it. */
    public UUID queued(String tenant) {
        UUID job = UUID.randomUUID();
        execute("""
                INSERT INTO jobs.analytics_jobs (tenant_id, job_id, spec, spec_hash, shape_hash, priority, submitted_by, run_after)
                VALUES (?, ?, '{}', ?, 'shape', 'high', 'ana', clock_timestamp() + interval '1 day')""", tenant, job, job.toString());
        event(tenant, job, "queued");
        return job;
    }

    /** Tells of a start; the row stays as it is, so that no worker misses its lease. */
    public void start(String tenant, UUID job) {
        execute("UPDATE jobs.analytics_jobs SET stage = 'starting' WHERE tenant_id = ? AND job_id = ?", tenant, job);
        event(tenant, job, "started");
    }

    public void progress(String tenant, UUID job, double fraction) {
        execute(
                "UPDATE jobs.analytics_jobs SET progress = ?, stage = 'reading' WHERE tenant_id = ? AND job_id = ?",
                fraction,
                tenant,
                job);
        event(tenant, job, "progress");
    }

    /** Runs for some seconds, as far as the row tells. */
    public void run(String tenant, UUID job) {
        execute("""
                UPDATE jobs.analytics_jobs SET state = 'running', attempt = 1, fence = fence + 1, leased_by = 'w',
                    lease_until = clock_timestamp() + interval '5 seconds', cause = 'claimed'
                WHERE tenant_id = ? AND job_id = ?""", tenant, job);
    }

    public void end(String tenant, UUID job, String state) {
        if (state.equals("completed")) {
            run(tenant, job);
        }
        execute("""
                UPDATE jobs.analytics_jobs SET state = ?, lease_until = NULL, leased_by = NULL, fence = fence + 1, cause = 'ended',
                    progress = CASE WHEN ? = 'completed' THEN 1 ELSE progress END, stage = 'done'
                WHERE tenant_id = ? AND job_id = ?""", state, state, tenant, job);
        event(tenant, job, state);
    }

    /** Adds an event in the transaction of the change before it. */
    private void event(String tenant, UUID job, String kind) {
        execute("""
                WITH told AS (
                    UPDATE jobs.analytics_jobs SET event_seq = event_seq + 1 WHERE tenant_id = ? AND job_id = ?
                    RETURNING tenant_id, job_id, event_seq, state, progress, stage, rows_so_far, attempt)
                INSERT INTO jobs.job_events (tenant_id, job_id, seq, kind, data)
                SELECT tenant_id, job_id, event_seq, ?, jsonb_build_object('state', state, 'progress', progress, 'stage', stage,
                    'rows', rows_so_far, 'eta_ms', NULL, 'attempt', attempt) FROM told""", tenant, job, kind);
        commit();
    }

    /** The number that a query gives. */
    public long count(String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
