package io.plumbline.load.chaos;

import io.plumbline.load.chaos.check.Change;
import io.plumbline.load.chaos.check.History;
import io.plumbline.load.chaos.check.JobKey;
import io.plumbline.load.chaos.check.JobRow;
import io.plumbline.load.chaos.check.Page;
import io.plumbline.load.chaos.check.Told;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the tables hold of a run, row security or not. */
final class Store {
    private static final String OF_RUN = " JOIN jobs.analytics_jobs j USING (tenant_id, job_id) WHERE j.label LIKE ?";

    private final Connection connection;
    private final String run;

    Store(Connection connection, String run) {
        this.connection = connection;
        this.run = run;
    }

    /** Reads a row. */
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    List<JobRow> jobs() throws SQLException {
        return all(
                """
                SELECT tenant_id, job_id, label, state, attempt, max_attempts, event_seq, result_fence, result_rows, result_pages
                FROM jobs.analytics_jobs j WHERE label LIKE ?""",
                row -> new JobRow(
                        key(row),
                        row.getString("label"),
                        row.getString("state"),
                        row.getInt("attempt"),
                        row.getInt("max_attempts"),
                        row.getLong("event_seq"),
                        row.getObject("result_fence", Long.class),
                        row.getObject("result_rows", Long.class),
                        row.getObject("result_pages", Integer.class)));
    }

    List<Change> changes() throws SQLException {
        return all(
                "SELECT tenant_id, job_id, t.seq, from_state, to_state, t.cause, t.attempt, t.fence, t.at FROM jobs.job_transitions t"
                        + OF_RUN,
                row -> new Change(
                        key(row),
                        row.getInt("seq"),
                        row.getString("from_state"),
                        row.getString("to_state"),
                        row.getString("cause"),
                        row.getInt("attempt"),
                        row.getLong("fence"),
                        row.getObject("at", OffsetDateTime.class).toInstant()));
    }

    List<Told> told() throws SQLException {
        return all(
                "SELECT tenant_id, job_id, e.seq, e.kind, (e.data ->> 'progress')::double precision AS progress FROM jobs.job_events e"
                        + OF_RUN,
                row -> new Told(key(row), row.getLong("seq"), row.getString("kind"), row.getDouble("progress")));
    }

    List<Page> pages() throws SQLException {
        return all(
                "SELECT tenant_id, job_id, r.fence, r.page, r.first_row, r.row_count FROM jobs.job_results r" + OF_RUN,
                row -> new Page(
                        key(row),
                        row.getLong("fence"),
                        row.getInt("page"),
                        row.getLong("first_row"),
                        row.getInt("row_count")));
    }

    /** Which job is kept under which key. */
    Map<String, JobKey> keys() throws SQLException {
        Map<String, JobKey> keys = new HashMap<>();
        try (var statement = connection.prepareStatement(
                "SELECT tenant_id, key, job_id FROM jobs.idempotency_keys WHERE key LIKE ?")) {
            statement.setString(1, run + "-%");
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    keys.put(History.of(row.getString("tenant_id"), row.getString("key")), key(row));
                }
            }
        }
        return keys;
    }

    private <T> List<T> all(String select, Reader<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        try (var statement = connection.prepareStatement(select)) {
            statement.setString(1, run + " %");
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
        }
        return found;
    }

    private static JobKey key(ResultSet row) throws SQLException {
        return new JobKey(row.getString("tenant_id"), row.getObject("job_id", UUID.class));
    }
}
