package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParameterInRangeTest {
    @Test
    void rejectsAParameterOutOfItsBounds() {
        var faults = faults("{'measures': [{'name': 'stuck_count', 'params': {'days': 0}}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/0/params/days");
            assertThat(fault.code()).isEqualTo("parameter_out_of_range");
            assertThat(fault.message()).contains("from 1 to 365");
        });
    }

    @Test
    void rejectsAHalf() {
        var faults = faults("{'measures': [{'name': 'stuck_count', 'params': {'days': 7.5}}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/0/params/days");
            assertThat(fault.code()).isEqualTo("parameter_out_of_range");
        });
    }

    @Test
    void rejectsAText() {
        var faults = faults("{'measures': [{'name': 'stuck_count', 'params': {'days': '7'}}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/0/params/days");
            assertThat(fault.code()).isEqualTo("parameter_out_of_range");
        });
    }

    @Test
    void takesTheBounds() {
        var faults = faults("{'measures': [{'name': 'stuck_count', 'params': {'days': 365}}]}");
        assertThat(faults).isEmpty();
    }
}
