package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Sprints of one board that overlap, and sprints without a board: windows count nothing twice, and keep to their board.
 * Board b1 runs from 2 to 9 February and from 5 to 12; two more sprints have no board.
 */
class OverlappingSprintsTest {
    private static final String TENANT = "overlaps";

    @BeforeAll
    static void fill() {
        Warehouse.change("""
                INSERT INTO warehouse.tenants (tenant_id) VALUES ('overlaps') ON CONFLICT DO NOTHING;
                INSERT INTO warehouse.instances (tenant_id, instance_id) VALUES ('overlaps', 'main') ON CONFLICT DO NOTHING;
                INSERT INTO warehouse.projects (tenant_id, instance_id, project_id, project_key, name) VALUES
                    ('overlaps', 'main', 'p1', 'ONE', 'One'), ('overlaps', 'main', 'p2', 'TWO', 'Two') ON CONFLICT DO NOTHING;
                INSERT INTO warehouse.sprints (tenant_id, instance_id, sprint_id, board_id, board, name, state, activated_at, completed_at) VALUES
                    ('overlaps', 'main', 'a', 'b1', 'B', 'A', 'closed', '2026-02-02T00:00Z', '2026-02-09T00:00Z'),
                    ('overlaps', 'main', 'b', 'b1', 'B', 'B', 'closed', '2026-02-05T00:00Z', '2026-02-12T00:00Z'),
                    ('overlaps', 'main', 'c', NULL, NULL, 'C', 'closed', '2026-02-02T00:00Z', '2026-02-12T00:00Z'),
                    ('overlaps', 'main', 'd', NULL, NULL, 'D', 'closed', '2026-02-12T00:00Z', '2026-02-14T00:00Z') ON CONFLICT DO NOTHING;
                INSERT INTO warehouse.issues (tenant_id, instance_id, issue_id, issue_key, project_id, issue_type, is_subtask, is_bug, is_escaped,
                    status_id, status, status_category, created_at, updated_at, has_history)
                SELECT 'overlaps', 'main', 'i' || i, 'ONE-' || i, CASE WHEN i = 4 THEN 'p2' ELSE 'p1' END, 'Story', false, false, false,
                    '2', 'In Progress', 'in_progress', timestamptz '2026-02-01T12:00Z' + i * interval '2 days', '2026-02-01T00:00Z', true
                FROM generate_series(1, 4) AS i ON CONFLICT DO NOTHING;
                INSERT INTO warehouse.sprint_issues (tenant_id, instance_id, sprint_id, issue_id, seq, added_at)
                SELECT 'overlaps', 'main', sprint_id, issue_id, 0, '2026-02-01T00:00Z'
                FROM (VALUES ('a', 'i1'), ('b', 'i1'), ('b', 'i4'), ('c', 'i1'), ('d', 'i1')) AS m(sprint_id, issue_id) ON CONFLICT DO NOTHING;
                INSERT INTO warehouse.blocked_intervals (tenant_id, instance_id, issue_id, from_at, to_at) VALUES
                    ('overlaps', 'main', 'i1', '2026-02-04T00:00Z', '2026-02-11T00:00Z') ON CONFLICT DO NOTHING;
                INSERT INTO warehouse.issue_states (tenant_id, instance_id, issue_id, from_at, status, status_category, status_since, category_since, created_at, is_bug)
                SELECT tenant_id, instance_id, issue_id, created_at, status, status_category, created_at, created_at, created_at, is_bug FROM warehouse.issues
                WHERE tenant_id = 'overlaps' ON CONFLICT DO NOTHING;
                INSERT INTO warehouse.sprint_facts SELECT * FROM warehouse.sprint_scope_until('infinity')
                WHERE tenant_id = 'overlaps' ON CONFLICT DO NOTHING;
                INSERT INTO warehouse.sprint_sums SELECT * FROM warehouse.sprint_sums_of_facts
                WHERE tenant_id = 'overlaps' ON CONFLICT DO NOTHING""");
    }

    @Test
    void countsARowOnceInAWindow() {
        // i1 to i3 (3, 5, 7 February) are of project one; i4 (9 February) of project two, which is in B alone.
        assertThat(run("{'name': 'created', 'window': {'type': 'rolling', 'periods': 2}}"))
                .containsExactly(row("A", 3L), row("B", 4L), row("C", 3L), row("D", 0L));
    }

    @Test
    void countsAnHourOnceInAWindow() {
        assertThat(run("{'name': 'blocked_hours', 'window': {'type': 'rolling', 'periods': 2}}"))
                .containsExactly(row("A", 120.0), row("B", 168.0), row("C", 168.0), row("D", 0.0));
    }

    @Test
    void readsAStateOnceADay() {
        // B: ends of 2 to 11 February; one issue from the 3rd, two from the 5th, three from the 7th, and four from the
        // 9th, of which
        // i4 is read at day ends of B.
        List<List<Object>> rows = run("{'name': 'wip', 'agg': 'avg', 'window': {'type': 'rolling', 'periods': 2}}");
        assertThat((Double) rows.get(1).getLast())
                .isCloseTo((0 + 1 + 1 + 2 + 2 + 3 + 3 + 4 + 4 + 4) / 10.0, within(1e-9));
    }

    @Test
    void keepsASprintWithoutBoardAlone() {
        assertThat(run("{'name': 'created'}", "'compare': 'previous_sprints'"))
                .extracting(row -> row.get(4))
                .containsExactly(null, 3.0, null, null);
    }

    @Test
    void comparesWithSprintsThatEndBeforeTheRange() {
        assertThat(run("{'name': 'created'}", "'from': '2026-02-10', 'compare': 'previous_sprints'"))
                .first()
                .isEqualTo(List.of(LocalDate.of(2026, 2, 5), "B", "B", 3L, 3.0, 0.0, 0.0));
    }

    private static List<Object> row(String sprint, Object value) {
        return List.of(sprint, value);
    }

    /** Name and value of each sprint. */
    private static List<List<Object>> run(String measure) {
        return run(measure, "'timezone': 'UTC'").stream()
                .map(row -> List.of(row.get(1), row.get(3)))
                .toList();
    }

    private static List<List<Object>> run(String measure, String time) {
        String spec = "{'measures': [%s], 'time': {'granularity': 'sprint', %s}}".formatted(measure, time);
        var compiled = (Compiled.Query)
                new QueryCompiler().compile(Compiling.spec(spec), Compiling.CATALOG, Compiling.NOW, TENANT);
        return Warehouse.run(TENANT, compiled.rows().text(), compiled.rows().binds()).stream()
                .map(row -> Warehouse.shown(row, compiled.rows().columns()))
                .map(row -> row.subList(0, row.size() - 1))
                .toList();
    }
}
