package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GranularityFitsDimensionTest {
    @Test
    void rejectsAGranularityOfWhatIsNoTime() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'dimensions': [{'field': 'priority', 'granularity': 'month'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/dimensions/0/granularity");
            assertThat(fault.code()).isEqualTo("granularity_not_allowed");
            assertThat(fault.allowed()).contains("metric_time", "created_at").doesNotContain("priority");
        });
    }

    @Test
    void rejectsItInAFirstStageToo() {
        assertThat(
                        faults(
                                "{'measures': [{'name': 'created', 'per': {'dimensions': [{'field': 'priority', 'granularity': 'month'}]}}]}"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/measures/0/per/dimensions/0/granularity"));
    }

    @Test
    void takesOneOfATime() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'dimensions': [{'field': 'created_at', 'granularity': 'month'}]}");
        assertThat(faults).isEmpty();
    }
}
