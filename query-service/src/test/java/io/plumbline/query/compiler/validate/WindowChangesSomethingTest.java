package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.problem.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowChangesSomethingTest {
    @Test
    void rejectsAWindowOfLastStates() {
        assertThat(of("'name': 'wip'")).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("window_changes_nothing");
            assertThat(fault.allowed()).containsExactly("avg", "max");
            assertThat(fault.message()).contains("avg or max");
        });
    }

    @Test
    void takesAWindowOfDayEnds() {
        assertThat(of("'name': 'wip', 'agg': 'avg'")).isEmpty();
        assertThat(of("'name': 'wip', 'agg': 'max'")).isEmpty();
    }

    @Test
    void takesAWindowOfOtherMetrics() {
        assertThat(of("'name': 'velocity'")).isEmpty();
        assertThat(of("'name': 'throughput_ratio'")).isEmpty();
    }

    private static List<FieldError> of(String measure) {
        return faults("{'measures': [{" + measure
                + ", 'window': {'type': 'rolling', 'periods': 3}}], 'dimensions': ['metric_time']}");
    }
}
