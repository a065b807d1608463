package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownVersionTest {
    @Test
    void rejectsUnknownVersion() {
        var faults = faults("{'measures': [{'name': 'sprint_problematic_score@7'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/0/name");
            assertThat(fault.code()).isEqualTo("unknown_metric_version");
            assertThat(fault.allowed()).containsExactly("sprint_problematic_score@2", "sprint_problematic_score@1");
        });
    }

    @Test
    void rejectsAVersionThatIsNoNumber() {
        var faults = faults("{'measures': [{'name': 'velocity@latest'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/0/name");
            assertThat(fault.code()).isEqualTo("unknown_metric_version");
            assertThat(fault.allowed()).containsExactly("velocity@1");
        });
    }

    @Test
    void takesAnOlderVersion() {
        var faults = faults("{'measures': [{'name': 'sprint_problematic_score@1'}]}");
        assertThat(faults).isEmpty();
    }
}
