package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinitionsTest {
    @Test
    void areTheMeasuresMetricsEachOnce() {
        assertThat(names("{'measures': [{'name': 'created'}, {'name': 'closed'}, {'name': 'created', 'as': 'again'}]}"))
                .containsExactly("created", "closed");
    }

    @Test
    void holdWhatARatioIsMadeOf() {
        assertThat(names("{'measures': [{'name': 'throughput_ratio'}]}"))
                .hasSize(3)
                .startsWith("throughput_ratio");
    }

    @Test
    void holdThePartsOfAScore() {
        assertThat(names("{'measures': [{'name': 'sprint_problematic_score'}]}"))
                .startsWith("sprint_problematic_score")
                .contains("spillover_ratio", "scope_churn_ratio");
    }

    private static List<String> names(String spec) {
        return Compiling.query(spec).definitions().stream()
                .map(MetricDefinition::name)
                .toList();
    }
}
