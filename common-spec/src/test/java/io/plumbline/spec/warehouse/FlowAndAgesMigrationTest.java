package io.plumbline.spec.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.PostgresAddress;
import io.plumbline.spec.rowsecurity.RowSecurityLints;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Version 2 gives the rows of version 1, of every tenant, what an import would derive, and leaves the locks shut. */
class FlowAndAgesMigrationTest {
    /**
     * To do for a day, in progress on the 2nd, flagged on the 3rd from 6 to 12, in review from 18 on, done on the 4th,
     * reopened on the 6th and done on the 7th; another that is still in progress, after a reopening.
     */
    private static final String ISSUES = """
            INSERT INTO warehouse.tenants (tenant_id) VALUES ('<t>');
            INSERT INTO warehouse.instances (tenant_id, instance_id) VALUES ('<t>', 'main');
            INSERT INTO warehouse.issues (tenant_id, instance_id, issue_id, issue_key, project_id, issue_type, is_subtask, is_bug,
                is_escaped, status_id, status, status_category, created_at, updated_at, first_in_progress_at, done_at, has_history)
            VALUES ('<t>', 'main', 'a', 'A', 'p', 'Bug', false, true, false, '5', 'Done', 'done', '2026-03-01Z', '2026-03-07Z',
                    '2026-03-02Z', '2026-03-07Z', true),
                ('<t>', 'main', 'b', 'B', 'p', 'Story', false, false, false, '3', 'In Progress', 'in_progress', '2026-03-01Z',
                    '2026-03-07Z', '2026-03-01Z', NULL, true);
            INSERT INTO warehouse.status_intervals (tenant_id, instance_id, issue_id, seq, status_id, category, from_at, to_at)
            VALUES ('<t>', 'main', 'a', 0, '1', 'todo', '2026-03-01Z', '2026-03-02Z'),
                ('<t>', 'main', 'a', 1, '3', 'in_progress', '2026-03-02Z', '2026-03-03T18:00Z'),
                ('<t>', 'main', 'a', 2, '4', 'in_progress', '2026-03-03T18:00Z', '2026-03-04Z'),
                ('<t>', 'main', 'a', 3, '5', 'done', '2026-03-04Z', '2026-03-06Z'),
                ('<t>', 'main', 'a', 4, '3', 'in_progress', '2026-03-06Z', '2026-03-07Z'),
                ('<t>', 'main', 'a', 5, '5', 'done', '2026-03-07Z', NULL),
                ('<t>', 'main', 'b', 0, '3', 'in_progress', '2026-03-01Z', NULL);
            INSERT INTO warehouse.issue_transitions (tenant_id, instance_id, issue_id, at, seq, to_status_id, leaves_done)
            SELECT tenant_id, instance_id, issue_id, from_at, seq, status_id, seq = 4 FROM warehouse.status_intervals
            WHERE tenant_id = '<t>';
            INSERT INTO warehouse.blocked_intervals (tenant_id, instance_id, issue_id, from_at, to_at)
            VALUES ('<t>', 'main', 'a', '2026-03-03T06:00Z', '2026-03-03T12:00Z'), ('<t>', 'main', 'b', '2026-03-05Z', NULL);
            INSERT INTO warehouse.issue_states (tenant_id, instance_id, issue_id, from_at, to_at, status, status_category, status_since)
            SELECT tenant_id, instance_id, issue_id, from_at, to_at, status_id, category, from_at FROM warehouse.status_intervals
            WHERE tenant_id = '<t>';
            """;

    @Test
    void derivesTheNewColumnsOfExistingRows() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.create();
                Connection connection = database.connect(PostgresAddress.SUPERUSER)) {
            database.run("migrator", List.of("db/warehouse/V1__tables.sql", "db/warehouse/R__row_security.sql"));
            try (Statement statement = connection.createStatement()) {
                statement.execute(ISSUES.replace("<t>", "acme") + ISSUES.replace("<t>", "globex"));
            }
            database.run("migrator", ScratchDatabase.VERSIONS.subList(1, ScratchDatabase.VERSIONS.size()));
            database.run("migrator", ScratchDatabase.REPEATED);

            // 24 + 18 - 6 + 6 + 24 hours in progress and not flagged.
            assertThat(ScratchDatabase.query(connection, """
                    SELECT tenant_id, issue_id, reopened_times, active_hours FROM warehouse.issues ORDER BY 1, 2"""))
                    .containsExactly("acme a 1 66", "acme b 0 null", "globex a 1 66", "globex b 0 null");
            assertThat(ScratchDatabase.query(connection, """
                    SELECT issue_id, to_char(from_at, 'DD'), to_char(category_since, 'DD'), to_char(created_at, 'DD'), is_bug
                    FROM warehouse.issue_states WHERE tenant_id = 'globex' ORDER BY issue_id, from_at"""))
                    .containsExactly(
                            "a 01 01 01 t",
                            "a 02 02 01 t",
                            "a 03 02 01 t",
                            "a 04 04 01 t",
                            "a 06 06 01 t",
                            "a 07 07 01 t",
                            "b 01 01 01 f");
            assertThat(RowSecurityLints.findings(connection)).isEmpty();
        }
    }
}
