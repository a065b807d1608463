package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SprintAxisFitsDimensionTest {
    @Test
    void rejectsSprintsOfANamedTime() {
        assertThat(
                        faults(
                                "{'measures': [{'name': 'created'}], 'dimensions': [{'field': 'created_at', 'granularity': 'sprint'}]}"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("granularity_not_allowed");
                    assertThat(fault.pointer()).isEqualTo("/dimensions/0/granularity");
                    assertThat(fault.allowed()).containsExactly("day", "week", "month", "quarter", "year");
                });
    }

    @Test
    void rejectsThemInAFirstStageToo() {
        assertThat(
                        faults(
                                "{'measures': [{'name': 'created', 'per': {'dimensions': [{'field': 'created_at', 'granularity': 'sprint'}]}}]}"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/measures/0/per/dimensions/0/granularity"));
    }

    @Test
    void takesSprintsOfMetricTime() {
        assertThat(
                        faults(
                                "{'measures': [{'name': 'created'}], 'dimensions': [{'field': 'metric_time', 'granularity': 'sprint'}]}"))
                .isEmpty();
        assertThat(faults("{'measures': [{'name': 'created'}], 'time': {'granularity': 'sprint'}}"))
                .isEmpty();
    }
}
