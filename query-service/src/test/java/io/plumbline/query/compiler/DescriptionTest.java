package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.compiler.plan.PlanDescription;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DescriptionTest {
    @Test
    void tellsRangesStepsOrderAndLimit() {
        PlanDescription plan = Compiling.query("""
                {'measures': [{'name': 'velocity', 'as': 'v'}], 'dimensions': ['project_key'], 'limit': 7,
                 'time': {'from': '2026-06-01', 'to': '2026-07-01', 'timezone': 'Europe/Prague', 'compare': 'previous_period'},
                 'sort': [{'field': 'v__delta', 'dir': 'desc'}]}""").plan();
        assertThat(plan.timezone()).isEqualTo("Europe/Prague");
        assertThat(plan.range().from()).isEqualTo(Instant.parse("2026-05-31T22:00:00Z"));
        assertThat(plan.previous().to()).isEqualTo(plan.range().from());
        assertThat(plan.steps())
                .extracting(PlanDescription.Step::name)
                .startsWith("sprint_values", "sprints_rolled_up", "previous_sprint_values")
                .endsWith("cells", "answer", "measured");
        assertThat(plan.steps().getFirst().reads())
                .containsExactly("warehouse.sprints", "warehouse.sprint_totals", "warehouse.projects");
        assertThat(plan.order()).containsExactly("v__delta desc", "project_key asc");
        assertThat(plan.limit()).isEqualTo(7);
    }

    @Test
    void namesEachMetricVersionOnce() {
        var query = Compiling.query(
                "{'measures': [{'name': 'velocity'}, {'name': 'velocity', 'as': 'v2'}, {'name': 'created'}]}");
        assertThat(query.metricsUsed()).containsExactly("velocity@1.0.0", "created@1.0.0");
    }
}
