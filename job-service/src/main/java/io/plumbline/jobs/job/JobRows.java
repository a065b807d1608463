package io.plumbline.jobs.job;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Rows of the tables as records. */
final class JobRows {
    static final String COLUMNS = """
            job_id, label, state, priority, progress, stage, rows_so_far, eta_ms, attempt, max_attempts, submitted_by,
            submitted_at, started_at, finished_at, cancel_requested_at, spec::text AS spec, spec_hash, error_code, error,
            result_rows, result_pages, result_expires_at, event_seq""";

    private JobRows() {}

    static List<Job> jobs(RowSet<Row> rows) {
        return stream(rows).map(JobRows::job).toList();
    }

    static List<Job.Change> changes(RowSet<Row> rows) {
        return stream(rows)
                .map(row -> new Job.Change(
                        row.getString("from_state"),
                        row.getString("to_state"),
                        row.getString("cause"),
                        row.getInteger("attempt"),
                        instant(row, "at")))
                .toList();
    }

    static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Job job(Row row) {
        return new Job(
                row.getUUID("job_id"),
                row.getString("label"),
                JobState.of(row.getString("state")),
                Priority.find(row.getString("priority")).orElseThrow(),
                row.getDouble("progress"),
                row.getString("stage"),
                row.getLong("rows_so_far"),
                row.getLong("eta_ms"),
                row.getInteger("attempt"),
                row.getInteger("max_attempts"),
                row.getString("submitted_by"),
                instant(row, "submitted_at"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                instant(row, "cancel_requested_at"),
                row.getString("spec"),
                row.getString("spec_hash"),
                error(row),
                result(row),
                row.getLong("event_seq"),
                List.of());
    }

    private static Job.Fault error(Row row) {
        String code = row.getString("error_code");
        return code == null ? null : new Job.Fault(code, row.getString("error"));
    }

    private static Job.Result result(Row row) {
        Long rows = row.getLong("result_rows");
        return rows == null
                ? null
                : new Job.Result(rows, row.getInteger("result_pages"), instant(row, "result_expires_at"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
