package io.plumbline.catalog.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.catalog.definition.CatalogFiles;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricSearchTest {
    private static final List<MetricDefinition> METRICS =
            new MetricService().list(CatalogFiles.load(), new MetricFilter(null, true, null));
    private final MetricSearch search = new MetricSearch();

    @ParameterizedTest
    @CsvSource({
        "velocity, velocity",
        "Velocity, velocity",
        "velocty, velocity",
        "vleocity, velocity",
        "velo, velocity",
        "speed, velocity",
        "points delivered per sprint, velocity",
        "new issues, created",
        "throughput, closed",
        "lead time, lead_time_p50",
        "average lead time, lead_time_avg",
        "p90 lead time, lead_time_p90",
        "lead_time_p85, lead_time_p85",
        "cycle tiem, cycle_time",
        "carry over, spillover_ratio",
        "carry-over, spillover_ratio",
        "which sprints slipped, spillover_ratio",
        "scope creep, scope_churn_ratio",
        "planning accuracy, accuracy_abs",
        "say/do, say_do_ratio",
        "predictability, commitment_reliability",
        "interruptions, unplanned_ratio",
        "production bugs, escaped_defects",
        "defects, bug_count",
        "rework, reopen_rate",
        "stale tickets, stuck_count",
        "WIP, wip",
        "in flight, wip",
        "unassigned work, wip_no_assignee",
        "blockers, blocked_hours",
        "worst sprints, sprint_problematic_score",
    })
    void putsTheMetricMeantFirst(String query, String metric) {
        assertThat(names(query)).first().isEqualTo(metric);
    }

    @Test
    void findsTheFamilyToo() {
        assertThat(names("lead time")).contains("lead_time_p50", "lead_time_p85", "lead_time_p90", "lead_time_avg");
        assertThat(names("production")).first().isEqualTo("escaped_defects");
    }

    @ParameterizedTest
    @ValueSource(strings = {"weather", "the of", "%%%", "'; drop table metrics_catalog; --"})
    void findsNothingWhereNothingFits(String query) {
        assertThat(names(query)).isEmpty();
    }

    @Test
    void keepsToTheLimit() {
        assertThat(search.search(METRICS, "sprint", 3)).hasSize(3);
    }

    @Test
    void namesTheNearestForAMisspeltName() {
        assertThat(search.nearest(METRICS, "lead_tme_p90", 3)).first().isEqualTo("lead_time_p90");
        assertThat(search.nearest(METRICS, "xyzzy", 3)).isEmpty();
    }

    private List<String> names(String query) {
        return search.search(METRICS, query, 10).stream()
                .map(hit -> hit.metric().name())
                .toList();
    }
}
