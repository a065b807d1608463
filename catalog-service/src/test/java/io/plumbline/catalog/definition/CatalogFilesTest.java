package io.plumbline.catalog.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalog that ships: complete, admitted, and the same each time. */
class CatalogFilesTest {
    private static final Catalog CATALOG = CatalogFiles.load();

    @Test
    void holdsTheListedMetrics() {
        assertThat(CATALOG.metrics().stream()
                        .filter(MetricDefinition::listed)
                        .map(MetricDefinition::name)
                        .distinct())
                .containsExactlyInAnyOrder(
                        "created",
                        "closed",
                        "velocity",
                        "velocity_cv",
                        "throughput_ratio",
                        "lead_time_p50",
                        "lead_time_p85",
                        "lead_time_p90",
                        "lead_time_avg",
                        "cycle_time",
                        "lead_time_working",
                        "cycle_time_working",
                        "flow_efficiency",
                        "spillover_ratio",
                        "effective_spillover",
                        "spillover_depth",
                        "carry_in_share",
                        "scope_churn_ratio",
                        "accuracy_abs",
                        "planned_sp",
                        "completed_sp",
                        "commitment_reliability",
                        "say_do_ratio",
                        "unplanned_ratio",
                        "reopened_count",
                        "bug_count",
                        "bug_age",
                        "escaped_defects",
                        "reopen_rate",
                        "first_time_pass_rate",
                        "blocked_hours",
                        "wip",
                        "wip_age",
                        "stuck_count",
                        "wip_no_assignee",
                        "sprint_problematic_score");
    }

    @Test
    void holdsBothVersionsOfTheCompositeInOrder() {
        assertThat(CATALOG.metrics().stream()
                        .filter(metric -> metric.name().equals("sprint_problematic_score"))
                        .map(MetricDefinition::version))
                .containsExactly("1.0.0", "2.0.0");
    }

    @Test
    void hidesTheBuildingBlocks() {
        assertThat(CATALOG.metrics().stream().filter(metric -> !metric.listed()).map(MetricDefinition::name))
                .containsExactlyInAnyOrder(
                        "issues_entered_done",
                        "sprint_reopened_issues",
                        "sprint_blocked_hours",
                        "sprint_bugs_added",
                        "active_hours",
                        "flow_hours",
                        "first_time_passes");
    }

    @Test
    void holdsEntitiesAndDimensions() {
        assertThat(CATALOG.entities()).hasSize(11);
        assertThat(CATALOG.dimensions()).hasSize(21);
    }

    @Test
    void hasTheSameVersionEachTime() {
        assertThat(CatalogFiles.load()).isEqualTo(CATALOG);
        assertThat(CATALOG.version()).matches("[0-9a-f]{16}");
    }

    @Test
    void changesItsVersionWithItsContent() {
        List<MetricDefinition> fewer =
                CATALOG.metrics().subList(1, CATALOG.metrics().size());
        assertThat(CatalogVersion.stamp(CATALOG.entities(), CATALOG.dimensions(), fewer)
                        .version())
                .isNotEqualTo(CATALOG.version());
    }

    @Test
    void survivesTheWire() throws Exception {
        String json = Json.mapper().writeValueAsString(CATALOG);
        assertThat(Json.mapper().readValue(json, Catalog.class)).isEqualTo(CATALOG);
    }

    @Test
    void namesWhatAnIssueWithoutProgressIsLeftOutOf() {
        assertThat(CATALOG.metrics().stream()
                        .filter(metric ->
                                metric.computation() instanceof Computation.Simple simple && simple.leftOut() != null)
                        .map(MetricDefinition::name))
                .containsExactly("cycle_time", "cycle_time_working");
    }
}
