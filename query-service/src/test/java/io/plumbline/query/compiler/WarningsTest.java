package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarningsTest {
    @Test
    void namesTheSprintsWithUnestimatedAndPartlyKnownIssues() {
        List<String> warnings = warnings("{'measures': [{'name': 'velocity'}]}");
        List<List<Object>> byHand = Warehouse.byHand("""
                SELECT count(*) FILTER (WHERE committed AND points_start IS NULL), count(*) FILTER (WHERE partial)
                FROM warehouse.sprint_scope WHERE tenant_id = 'acme'""");
        assertThat(warnings).hasSize(2);
        assertThat(warnings.getFirst())
                .startsWith("unestimated_count: " + byHand.getFirst().getFirst() + " committed issues have")
                .contains("Sprint 4 (1), Sprint 8 (1)");
        assertThat(warnings.getLast())
                .startsWith("history: \"partial\": " + byHand.getFirst().getLast())
                .contains("Sprint 1 (1)");
    }

    @Test
    void looksAtTheAskedRangeAndFiltersOnly() {
        assertThat(
                        warnings(
                                "{'measures': [{'name': 'velocity'}], 'filters': [{'field': 'sprint_name', 'op': '=', 'value': 'Sprint 4'}]}"))
                .containsExactly(
                        "unestimated_count: 1 committed issue has no estimate and count as 0 points in Sprint 4 (1).");
        assertThat(warnings("{'measures': [{'name': 'velocity'}], 'time': {'from': '2026-06-22'}}"))
                .isEmpty();
    }

    @Test
    void saysNothingOfEstimatesWhereNoPointsAreCounted() {
        assertThat(warnings("{'measures': [{'name': 'commitment_reliability'}]}"))
                .singleElement()
                .asString()
                .startsWith("history:");
    }

    @Test
    void countsWhatCycleTimeLeavesOut() {
        Object byHand = Warehouse.byHand("""
                SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND first_in_progress_at IS NULL
                AND done_at >= '2026-02-01T00:00Z' AND done_at < '2026-03-01T00:00Z'""").getFirst().getFirst();
        assertThat(warnings(
                        "{'measures': [{'name': 'cycle_time'}], 'time': {'from': '2026-02-01', 'to': '2026-03-01'}}"))
                .singleElement()
                .asString()
                .startsWith("cycle_time: " + byHand + " issues are left out");
        assertThat(warnings("{'measures': [{'name': 'cycle_time'}], 'time': {'to': '2025-01-01'}}"))
                .isEmpty();
    }

    @Test
    void namesThePartsWithoutAValue() {
        assertThat(
                        warnings(
                                "{'measures': [{'name': 'sprint_problematic_score'}], 'filters': [{'field': 'sprint_name', 'op': '=', 'value': 'Lost'}]}"))
                .containsExactly(
                        "spillover_ratio has no value in Lost and adds nothing to the score there.",
                        "scope_churn_ratio has no value in Lost and adds nothing to the score there.",
                        "accuracy_abs has no value in Lost and adds nothing to the score there.");
    }

    @Test
    void saysOfAPastStateWhatHasNoHistory() {
        assertThat(Compiling.query(
                                "{'measures': [{'name': 'created'}], 'dimensions': ['issue_type', 'status', 'assignee'],"
                                        + "'filters': [{'field': 'label', 'op': '=', 'value': 'x'}], 'time': {'as_of': '2026-03-01'}}")
                        .notices())
                .containsExactly(
                        "as_of: there is no history of issue_type, label; the present values stand in for those of"
                                + " 2026-03-01T00:00:00Z.",
                        "as_of: assignee shows the present names.");
        assertThat(Compiling.query("{'measures': [{'name': 'created'}], 'dimensions': ['issue_type']}")
                        .notices())
                .isEmpty();
        assertThat(Compiling.query(
                                "{'measures': [{'name': 'wip'}], 'dimensions': ['status'], 'time': {'as_of': '2026-03-01'}}")
                        .notices())
                .isEmpty();
    }

    @Test
    void countsTheIssuesWhosePastIsUnknown() {
        Object byHand = Warehouse.byHand("""
                SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND NOT has_history AND is_bug = false
                AND created_at <= '2026-03-01T00:00Z'""").getFirst().getFirst();
        assertThat((Long) byHand).isPositive();
        assertThat(warnings("{'measures': [{'name': 'wip'}], 'time': {'as_of': '2026-03-01'},"
                        + "'filters': [{'field': 'issue_type', 'op': '!=', 'value': 'Bug'}]}"))
                .containsExactly("as_of: " + byHand
                        + " issues have no change history; the present state was taken for the past one.");
        assertThat(warnings("{'measures': [{'name': 'wip'}], 'time': {'as_of': '2025-03-01'}}"))
                .isEmpty();
    }

    @Test
    void tellsOfDeprecatedMetrics() {
        MetricDefinition velocity = Compiling.CATALOG.metrics().stream()
                .filter(metric -> metric.name().equals("velocity"))
                .findFirst()
                .orElseThrow();
        MetricDefinition deprecated = new MetricDefinition(
                velocity.name(),
                velocity.version(),
                velocity.displayName(),
                velocity.description(),
                velocity.category(),
                velocity.unit(),
                null,
                null,
                null,
                null,
                velocity.computation(),
                velocity.additivity(),
                true,
                true,
                "3",
                "completed_sp",
                true);
        Catalog catalog = new Catalog(
                "deprecating", Compiling.CATALOG.entities(), Compiling.CATALOG.dimensions(), List.of(deprecated));
        Compiled compiled = new QueryCompiler()
                .compile(Compiling.spec("{'measures': [{'name': 'velocity'}]}"), catalog, Compiling.NOW, "acme");
        assertThat(((Compiled.Query) compiled).notices())
                .containsExactly("velocity@1.0.0 is deprecated since 3; use completed_sp instead.");
        assertThat(Compiling.query("{'measures': [{'name': 'velocity'}]}").notices())
                .isEmpty();
    }

    private static List<String> warnings(String spec) {
        return Compiling.query(spec).warnings().stream()
                .flatMap(warning -> warning
                        .sentences()
                        .from(Warehouse.run(
                                Warehouse.TENANT,
                                warning.query().text(),
                                warning.query().binds()))
                        .stream())
                .toList();
    }
}
