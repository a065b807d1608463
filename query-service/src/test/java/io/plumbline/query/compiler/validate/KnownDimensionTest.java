package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownDimensionTest {
    @Test
    void rejectsUnknownDimension() {
        var faults = faults("{'measures': [{'name': 'created'}], 'dimensions': ['project_key', 'asignee']}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/dimensions/1");
            assertThat(fault.code()).isEqualTo("unknown_dimension");
            assertThat(fault.suggestion()).isEqualTo("assignee");
            assertThat(fault.allowed()).contains("assignee", "metric_time");
        });
    }

    @Test
    void rejectsUnknownDimensionOfAFirstStage() {
        assertThat(faults("{'measures': [{'name': 'created', 'per': {'dimensions': ['asignee']}}]}"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo("/measures/0/per/dimensions/0");
                    assertThat(fault.code()).isEqualTo("unknown_dimension");
                });
    }
}
