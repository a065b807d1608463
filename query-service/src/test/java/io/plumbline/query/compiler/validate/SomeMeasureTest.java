package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SomeMeasureTest {
    @Test
    void rejectsASpecWithoutMeasures() {
        var faults = faults("{'dimensions': ['project_key']}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures");
            assertThat(fault.code()).isEqualTo("missing");
        });
    }
}
