package io.plumbline.query.compiler;

import static io.plumbline.query.compiler.Drilling.dimensions;
import static io.plumbline.query.compiler.Drilling.faults;
import static io.plumbline.query.compiler.Drilling.number;
import static io.plumbline.query.compiler.Drilling.open;
import static io.plumbline.query.compiler.Drilling.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.spec.Measure;
import io.plumbline.spec.problem.FieldError;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is behind numbers of sprints, and behind rows by sprint. */
class DrillOfSprintsTest {
    @Test
    void showsWhatEachIssueWasInItsSprint() {
        Opening opening = open(
                "{\"measures\": [{\"name\": \"velocity\"}], \"dimensions\": [\"sprint_name\"]}",
                Map.of("sprint_name", "Sprint 3"),
                null,
                null);
        assertThat(opening.columns())
                .contains("sprint", "issue_key", "committed", "added", "removed", "completed", "points_end", "value");
        List<List<Object>> byHand = Warehouse.byHand("""
                SELECT i.issue_key, x.committed, x.added, x.removed, x.completed, x.open_at_end, x.points_end::float8
                FROM warehouse.sprint_scope x JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id)
                WHERE x.tenant_id = 'acme' AND x.sprint_id = 's3'
                ORDER BY CASE WHEN x.completed THEN coalesce(x.points_end, 0) ELSE 0 END DESC, i.issue_key COLLATE "C"
                """);
        assertThat(opening.of("issue_key", "committed", "added", "removed", "completed", "not_completed", "points_end"))
                .isEqualTo(byHand)
                .isNotEmpty();
    }

    @Test
    void opensTheSidesOfASprintsRatioAndTheirSumsMakeIt() {
        String spec = """
                {"measures": [{"name": "say_do_ratio"}, {"name": "spillover_ratio"}, {"name": "unplanned_ratio"},
                  {"name": "scope_churn_ratio"}, {"name": "commitment_reliability"}], "dimensions": ["sprint_name"]}
                """;
        Compiled.Query query = Compiling.query(spec);
        for (List<Object> row : Warehouse.run(
                Warehouse.TENANT, query.rows().text(), query.rows().binds())) {
            Map<String, Object> sprint = dimensions(query, row);
            for (Measure measure : Compiling.spec(spec).measures()) {
                Double over = open(spec, sprint, measure.column(), "numerator").sum();
                Double under =
                        open(spec, sprint, measure.column(), "denominator").sum();
                Double cell = number(value(query, row, measure.column()));
                if (cell == null) {
                    assertThat(under == null || under == 0).isTrue();
                } else {
                    assertThat(over / under).isCloseTo(cell, within(1e-6));
                }
            }
        }
    }

    @Test
    void opensAScoreAsSprintsAndItsPartsAsIssues() {
        String spec = """
                {"measures": [{"name": "sprint_problematic_score"}], "dimensions": ["board"],
                 "time": {"from": "2026-03-01", "to": "2026-07-01"}}
                """;
        Map<String, Object> board = Map.of("board", "Payments board");
        Opening sprints = open(spec, board, null, null);
        assertThat(sprints.columns()).containsSubsequence("sprint", "board", "at", "value", "parts");
        assertThat(sprints.rows()).hasSize(9);
        Opening issues = open(spec, board, null, "spillover_ratio");
        assertThat(issues.columns()).contains("issue_key", "not_completed");
        assertThat(open(spec, board, null, "spillover_ratio.denominator").sum()).isGreaterThan(issues.sum());
    }

    @Test
    void opensTheRowOfASprint() {
        String spec = """
                {"measures": [{"name": "created"}], "dimensions": ["issue_type"], "time": {"granularity": "sprint"}}
                """;
        Map<String, Object> row = new HashMap<>(sprint(3));
        row.put("issue_type", "Bug");
        List<List<Object>> byHand = Warehouse.byHand("""
                SELECT i.issue_key FROM warehouse.issues i
                WHERE i.tenant_id = 'acme' AND i.issue_type = 'Bug'
                  AND i.created_at >= '2026-02-02T09:00Z' AND i.created_at < '2026-02-16T08:00Z'
                  AND (i.instance_id, i.project_id) IN (
                    SELECT instance_id, project_id FROM warehouse.sprint_scope WHERE tenant_id = 'acme' AND sprint_id = 's3')
                ORDER BY i.created_at, i.issue_key COLLATE "C"
                """);
        assertThat(open(spec, row, null, null).of("issue_key"))
                .isEqualTo(byHand)
                .isNotEmpty();
    }

    @Test
    void opensASprintsOwnNumberAsByItsName() {
        String velocity = "{\"measures\": [{\"name\": \"velocity\"}], %s}";
        assertThat(open(velocity.formatted("\"time\": {\"granularity\": \"sprint\"}"), sprint(3), null, null)
                        .rows())
                .isEqualTo(open(
                                velocity.formatted("\"dimensions\": [\"sprint_name\"]"),
                                Map.of("sprint_name", "Sprint 3"),
                                null,
                                null)
                        .rows())
                .isNotEmpty();
    }

    @Test
    void opensTheSprintsOfAWindow() {
        String spec = """
                {"measures": [{"name": "velocity", "agg": "sum", "window": {"type": "rolling", "periods": 3}}],
                 "dimensions": ["sprint_name"], "time": {"granularity": "sprint", "from": "2026-02-10"}}
                """;
        Map<String, Object> row = new HashMap<>(sprint(4));
        row.put("sprint_name", "Sprint 4");
        Opening opening = open(spec, row, null, null);
        assertThat(opening.of("sprint").stream().distinct())
                .containsExactly(List.of("Sprint 2"), List.of("Sprint 3"), List.of("Sprint 4"));
        List<List<Object>> byHand = Warehouse.byHand("""
                SELECT sum(points_end) FILTER (WHERE completed)::float8 FROM warehouse.sprint_scope
                WHERE tenant_id = 'acme' AND sprint_id IN ('s2', 's3', 's4')
                """);
        assertThat(opening.sum()).isEqualTo((Double) byHand.getFirst().getFirst());
    }

    @Test
    void aRowOfASprintNamesTheSprint() {
        String spec = "{\"measures\": [{\"name\": \"created\"}], \"time\": {\"granularity\": \"sprint\"}}";
        assertThat(faults(spec, Map.of("metric_time", "2026-01-05"), null, null))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("/row", "missing_dimension"), tuple("/row", "missing_dimension"));
        assertThat(faults(
                        spec,
                        Map.of("metric_time", "January", "metric_time__sprint", 3, "metric_time__board", "b"),
                        null,
                        null))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactlyInAnyOrder(
                        tuple("/row/metric_time", "wrong_value"), tuple("/row/metric_time__sprint", "wrong_value"));
        Opening none = open(
                spec,
                Map.of("metric_time", "2026-01-06", "metric_time__sprint", "Sprint 1", "metric_time__board", "none"),
                null,
                null);
        assertThat(none.total()).isZero();
    }

    private static Map<String, Object> sprint(int number) {
        return Map.of(
                "metric_time",
                LocalDate.of(2026, 1, 5).plusWeeks(2L * (number - 1)).toString(),
                "metric_time__sprint",
                "Sprint " + number,
                "metric_time__board",
                "Payments board");
    }
}
