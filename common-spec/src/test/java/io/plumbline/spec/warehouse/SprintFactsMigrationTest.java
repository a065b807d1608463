package io.plumbline.spec.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.PostgresAddress;
import io.plumbline.spec.rowsecurity.RowSecurityLints;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The migrations keep the sets of sprints that are there already, of every tenant, and leave the locks shut. */
class SprintFactsMigrationTest {
    /** A was committed, flagged on the 10th without an end, and spilled over; B joined on the 4th and was done on the 9th. */
    private static final String SPRINT = """
            INSERT INTO warehouse.tenants (tenant_id) VALUES ('<t>');
            INSERT INTO warehouse.instances (tenant_id, instance_id) VALUES ('<t>', 'main');
            INSERT INTO warehouse.sprints (tenant_id, instance_id, sprint_id, board_id, name, state, activated_at, planned_end, completed_at)
            VALUES ('<t>', 'main', 's', 'b', 'S', 'closed', '2026-03-02Z', '2026-03-16Z', '2026-03-16Z'),
                ('<t>', 'main', 'to_come', 'b', 'T', 'closed', '2026-03-16Z', '2126-03-30Z', NULL);
            INSERT INTO warehouse.issues (tenant_id, instance_id, issue_id, issue_key, project_id, issue_type, is_subtask, is_bug,
                is_escaped, status_id, status, status_category, created_at, updated_at, has_history)
            SELECT '<t>', 'main', i, i, 'p', 'Story', false, false, false, '1', 'To Do', 'todo', '2026-03-01Z', '2026-03-01Z', true
            FROM unnest(ARRAY['a', 'b']) AS i;
            INSERT INTO warehouse.status_intervals (tenant_id, instance_id, issue_id, seq, status_id, category, from_at, to_at)
            VALUES ('<t>', 'main', 'a', 0, '1', 'todo', '2026-03-01Z', NULL),
                ('<t>', 'main', 'b', 0, '1', 'todo', '2026-03-01Z', '2026-03-09Z'),
                ('<t>', 'main', 'b', 1, '5', 'done', '2026-03-09Z', NULL);
            INSERT INTO warehouse.estimate_intervals (tenant_id, instance_id, issue_id, seq, points, from_at)
            VALUES ('<t>', 'main', 'a', 0, 3, '2026-03-01Z'), ('<t>', 'main', 'b', 0, 2, '2026-03-01Z');
            INSERT INTO warehouse.sprint_issues (tenant_id, instance_id, sprint_id, issue_id, seq, added_at)
            VALUES ('<t>', 'main', 's', 'a', 0, '2026-03-01Z'), ('<t>', 'main', 's', 'b', 0, '2026-03-04Z'),
                ('<t>', 'main', 'to_come', 'a', 0, '2026-03-16Z');
            INSERT INTO warehouse.blocked_intervals (tenant_id, instance_id, issue_id, from_at)
            VALUES ('<t>', 'main', 'a', '2026-03-10Z');
            """;

    private static final List<String> BEFORE = List.of(
            "db/warehouse/V1__tables.sql",
            "db/warehouse/V2__flow_and_ages.sql",
            "db/warehouse/V3__exact_hours.sql",
            "db/warehouse/R__row_security.sql");

    @Test
    void keepsTheSetsOfExistingSprints() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.create();
                Connection connection = database.connect(PostgresAddress.SUPERUSER);
                Statement statement = connection.createStatement()) {
            database.run("migrator", BEFORE);
            statement.execute(SPRINT.replace("<t>", "acme") + SPRINT.replace("<t>", "globex"));
            database.run("migrator", ScratchDatabase.VERSIONS.subList(3, ScratchDatabase.VERSIONS.size()));
            database.run("migrator", ScratchDatabase.REPEATED);

            assertThat(ScratchDatabase.query(connection, """
                    SELECT tenant_id, issue_id, committed, added, completed, open_at_end, points_end, blocked_hours::integer
                    FROM warehouse.sprint_facts WHERE sprint_id = 's' ORDER BY 1, 2"""))
                    .containsExactly(
                            "acme a t f f t 3 144",
                            "acme b f t t f 2 0",
                            "globex a t f f t 3 144",
                            "globex b f t t f 2 0");
            assertThat(RowSecurityLints.findings(connection)).isEmpty();
        }
    }

    @Test
    void countsTimeToComeOnlyOnceItHasCome() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.migrated();
                Connection connection = database.connect(PostgresAddress.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute(SPRINT.replace("<t>", "acme"));
            database.run("migrator", ScratchDatabase.REPEATED);
            connection.setAutoCommit(false); // so that both read the same present

            assertThat(ScratchDatabase.query(
                            connection, "SELECT * FROM warehouse.sprint_sets ORDER BY sprint_id, issue_id"))
                    .hasSize(3)
                    .isEqualTo(ScratchDatabase.query(
                            connection, "SELECT * FROM warehouse.sprint_scope ORDER BY sprint_id, issue_id"));
            assertThat(ScratchDatabase.query(connection, """
                    SELECT round(s.blocked_hours * 3600, 3) = round(extract(epoch FROM now() - s.started_at), 3), f.blocked_hours > s.blocked_hours
                    FROM warehouse.sprint_sets s JOIN warehouse.sprint_facts f USING (tenant_id, sprint_id, issue_id)
                    WHERE s.sprint_id = 'to_come'""")).containsExactly("t t");
        }
    }
}
