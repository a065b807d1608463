package io.plumbline.jobs.warehouse;

import io.plumbline.jobs.mapping.DetectedFields;
import io.plumbline.jobs.mapping.FieldMapping;
import io.plumbline.jobs.mapping.IssueMapper;
import io.plumbline.jobs.mapping.StatusMeanings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The one transaction of an import: what is staged becomes the warehouse's, and everything derived is derived. The steps
 * stand in their order; each is a file.
 */
final class Merge {
    /** Facts first, because what they say of statuses decides which issues are derived again. */
    private static final List<String> FACTS =
            List.of("winners", "records", "events", "tombstones", "projects", "users", "sprints", "statuses");

    private static final List<String> DERIVATION =
            List.of("touched", "derive_statuses", "derive_present_sprints", "clear", "moved_sprints");

    private static final List<String> DETAILS =
            List.of("changes", "transitions", "intervals", "blocked", "states", "comments", "worklogs", "sprint_facts");

    private static final int STEPS = FACTS.size() + DERIVATION.size() + DETAILS.size() + 3;

    /** From so many issues on, the planner should hear of them at once. */
    private static final int LARGE = 500;

    private final SqlSteps steps;
    private final InstanceSettings settings;
    private final Stage stage;
    private final FieldMapping mapping;
    private final DetectedFields detected;
    private final ImportProgress progress;
    private int stepsDone;
    private long rowsWritten;

    Merge(
            SqlSteps steps,
            InstanceSettings settings,
            Stage stage,
            FieldMapping mapping,
            DetectedFields detected,
            ImportProgress progress) {
        this.steps = steps;
        this.settings = settings;
        this.stage = stage;
        this.mapping = mapping;
        this.detected = detected;
        this.progress = progress;
    }

    /** @param deriveAll whether what is stored already is derived again as well */
    Merged run(Connection connection, boolean deriveAll) throws SQLException {
        steps.run(connection, "tenant");
        settings.save(connection, detected);
        for (String step : FACTS) {
            run(connection, step);
        }
        new StatusStep(steps, new StatusMeanings(mapping)).run(connection);
        run(connection, "status_meanings");
        if (deriveAll) {
            steps.run(connection, "all_affected");
        }
        begin("stored_issues");
        new StoredIssues(steps, stage, new IssueMapper(mapping, detected), progress).restage(connection);
        for (String step : DERIVATION) {
            run(connection, step);
        }
        boolean large = run(connection, "issues") >= LARGE;
        if (large) {
            steps.run(connection, "analyze_issues");
        }
        for (String step : DETAILS) {
            run(connection, step);
        }
        Merged merged = version(connection, large);
        progress.completed(connection);
        return merged;
    }

    private long run(Connection connection, String step) throws SQLException {
        begin(step);
        long rows = steps.run(connection, step);
        rowsWritten += rows;
        return rows;
    }

    private void begin(String step) throws SQLException {
        progress.step(step, (double) stepsDone++ / STEPS);
    }

    private Merged version(Connection connection, boolean large) throws SQLException {
        String sql = SqlSteps.statements(rowsWritten > 0 ? "raise_version" : "read_version")
                .getFirst();
        try (PreparedStatement query = steps.prepare(connection, sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return rowsWritten > 0
                    ? new Merged(row.getLong(1), row.getTimestamp(2).toInstant(), large)
                    : new Merged(null, null, false);
        }
    }
}
