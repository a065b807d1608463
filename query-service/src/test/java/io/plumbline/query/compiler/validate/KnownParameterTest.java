package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownParameterTest {
    @Test
    void rejectsUnknownParameter() {
        var faults = faults("{'measures': [{'name': 'stuck_count', 'params': {'dys': 3}}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/0/params/dys");
            assertThat(fault.code()).isEqualTo("unknown_parameter");
            assertThat(fault.suggestion()).isEqualTo("days");
        });
    }

    @Test
    void rejectsAParameterOfAMetricWithoutAny() {
        var faults = faults("{'measures': [{'name': 'wip', 'params': {'days': 3}}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/0/params/days");
            assertThat(fault.code()).isEqualTo("unknown_parameter");
            assertThat(fault.allowed()).isEmpty();
        });
    }
}
