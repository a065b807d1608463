package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AggregationFitsMetricTest {
    @Test
    void rejectsAnAggregationThatTheMetricDoesNotTake() {
        var faults = faults("{'measures': [{'name': 'wip', 'agg': 'sum'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/0/agg");
            assertThat(fault.code()).isEqualTo("aggregation_not_allowed");
            assertThat(fault.allowed()).containsExactly("last", "avg", "max");
            assertThat(fault.message()).contains("`wip`").contains("`sum`");
        });
    }

    @Test
    void rejectsAnotherAggregationOfWhatIsAggregatedAlready() {
        assertThat(faults("{'measures': [{'name': 'probe_growth', 'agg': 'sum'}]}"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.allowed()).containsExactly("avg"));
    }

    @Test
    void takesAnyOfTheMetrics() {
        var faults = faults("{'measures': [{'name': 'velocity', 'agg': 'p90'}]}");
        assertThat(faults).isEmpty();
    }
}
