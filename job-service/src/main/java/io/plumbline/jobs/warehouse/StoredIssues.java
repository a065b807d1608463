package io.plumbline.jobs.warehouse;

import io.plumbline.jobs.mapping.IssueMapper;
import io.plumbline.jobs.tracker.InvalidRecord;
import io.plumbline.jobs.tracker.IssueRecord;
import io.plumbline.jobs.tracker.RecordReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Stages issues from their stored records, because what they mean has changed: a mapping, a status, a deletion. */
final class StoredIssues {
    /** Few at a time: a record can be as long as a line. */
    private static final int FETCH = 16;

    private final SqlSteps steps;
    private final Stage stage;
    private final IssueMapper mapper;
    private final ImportProgress progress;
    private final RecordReader reader = new RecordReader();

    StoredIssues(SqlSteps steps, Stage stage, IssueMapper mapper, ImportProgress progress) {
        this.steps = steps;
        this.stage = stage;
        this.mapper = mapper;
        this.progress = progress;
    }

    /** Stages the affected issues that the file itself does not bring anew. */
    void restage(Connection connection) throws SQLException {
        var staging = new IssueStaging(stage, nextRow(connection));
        String sql = SqlSteps.statements("stored_issues").getFirst();
        long staged = 0;
        try (PreparedStatement query = steps.prepare(connection, sql)) {
            query.setFetchSize(FETCH);
            try (ResultSet stored = query.executeQuery()) {
                while (stored.next()) {
                    restage(staging, stored, -staged++);
                    stage.relieve();
                }
            }
        }
        if (staged > 0) {
            stage.finish();
        }
    }

    private void restage(IssueStaging staging, ResultSet stored, long number) throws SQLException {
        try {
            IssueRecord issue = ToldIssue.of(
                    issue(stored.getBytes("record")),
                    issue(stored.getBytes("event")),
                    stored.getBoolean("born"),
                    reader.items(stored.getString("changelog")));
            if (issue != null) {
                staging.stage(mapper.map(issue), null, stored.getLong("version_hash"));
            }
        } catch (InvalidRecord e) {
            // Valid when it came, not under today's mapping: what was derived before stays, and the sender hears of it.
            progress.rejected(number, "stored before: " + e.getMessage(), "issue " + stored.getString("issue_id"));
        }
    }

    /** Null where there is none. */
    private IssueRecord issue(byte[] packed) {
        if (packed == null) {
            return null;
        }
        RawLine line = RawLine.decompressed(packed);
        return reader.read(line.bytes(), line.length()) instanceof IssueRecord issue ? issue : null;
    }

    private static long nextRow(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT coalesce(max(row_id), -1) + 1 FROM pg_temp.s_issue");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
