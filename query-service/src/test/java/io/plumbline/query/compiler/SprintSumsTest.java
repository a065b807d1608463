package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.compiler.plan.SprintSums;
import io.plumbline.query.compiler.sql.SqlQuery;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kept sums in place of the issues of sprints change no number. */
class SprintSumsTest {
    private static final List<String> METRICS = List.of(
            "velocity",
            "planned_sp",
            "spillover_ratio",
            "effective_spillover",
            "scope_churn_ratio",
            "accuracy_abs",
            "commitment_reliability",
            "unplanned_ratio",
            "carry_in_share");

    /** Not among the sums that are kept: beside it the others are worked out from the issues. */
    private static final String UNKEPT = "spillover_depth";

    @Test
    void areWhatTheTemplatesSumUp() {
        SprintSums.SUMS.forEach((column, sum) -> assertThat(Warehouse.byHand("""
                        SELECT tenant_id, instance_id, sprint_id, project_id, %s::text FROM warehouse.sprint_totals ORDER BY 1, 2, 3, 4""".formatted(column)))
                .as(column)
                .isNotEmpty()
                .isEqualTo(Warehouse.byHand("""
                        SELECT tenant_id, instance_id, sprint_id, project_id, (%s)::text FROM warehouse.sprint_sets
                        GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4""".formatted(sum))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'sprint_name'", "'project_key'", "'board', 'project_key'", "'metric_time'"})
    void giveTheRowsThatTheIssuesGive(String dimensions) {
        SqlQuery with = query(METRICS.stream(), dimensions);
        SqlQuery without = query(Stream.concat(METRICS.stream(), Stream.of(UNKEPT)), dimensions);
        assertThat(with.text()).contains("sprint_totals").doesNotContain("sprint_sets");
        assertThat(without.text()).contains("sprint_sets").doesNotContain("sprint_totals");
        assertThat(rows(with)).isNotEmpty().isEqualTo(rows(without));
    }

    @Test
    void scoresAreMadeOfThem() {
        assertThat(Compiling.query(
                                "{'measures': [{'name': 'sprint_problematic_score'}], 'dimensions': ['sprint_name']}")
                        .rows()
                        .text())
                .contains("sprint_totals")
                .doesNotContain("sprint_sets");
    }

    @Test
    void thePastIsReadFromTheIssues() {
        assertThat(Compiling.query("{'measures': [{'name': 'velocity'}], 'time': {'as_of': '2026-03-01'}}")
                        .rows()
                        .text())
                .contains("sprint_sets_as_of")
                .doesNotContain("sprint_totals");
    }

    private static SqlQuery query(Stream<String> metrics, String dimensions) {
        return Compiling.query("{'measures': [%s], 'dimensions': [%s]}"
                        .formatted(
                                metrics.map("{'name': '%s'}"::formatted).collect(Collectors.joining(", ")), dimensions))
                .rows();
    }

    /** The shown columns that both have. */
    private static List<List<String>> rows(SqlQuery query) {
        List<Integer> places = query.columns().stream()
                .filter(column -> column.isShown() && !column.name().equals(UNKEPT))
                .map(query.columns()::indexOf)
                .toList();
        return Warehouse.run(Warehouse.TENANT, query.text(), query.binds()).stream()
                .map(row -> places.stream().map(row::get).map(String::valueOf).toList())
                .toList();
    }
}
