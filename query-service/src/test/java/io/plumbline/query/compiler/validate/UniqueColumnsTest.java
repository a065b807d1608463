package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UniqueColumnsTest {
    @Test
    void rejectsTwoMeasuresOfOneName() {
        var faults = faults("{'measures': [{'name': 'velocity'}, {'name': 'velocity', 'agg': 'sum'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/1/name");
            assertThat(fault.code()).isEqualTo("duplicate");
            assertThat(fault.message()).contains("`as`");
        });
    }

    @Test
    void rejectsAMeasureNamedLikeADimension() {
        var faults = faults("{'measures': [{'name': 'created', 'as': 'project_key'}], 'dimensions': ['project_key']}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/0/as");
            assertThat(fault.code()).isEqualTo("duplicate");
        });
    }

    @Test
    void rejectsTheSameDimensionTwice() {
        var faults = faults("{'measures': [{'name': 'created'}], 'dimensions': ['priority', 'priority']}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/dimensions/1");
            assertThat(fault.code()).isEqualTo("duplicate");
        });
    }

    @Test
    void countsTheColumnsOfAComparison() {
        var faults = faults(
                "{'measures': [{'name': 'created'}, {'name': 'closed', 'as': 'created__delta'}], 'time': {'from': '2026-01-01', 'to': '2026-02-01', 'compare': 'previous_year'}}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/1/as");
            assertThat(fault.code()).isEqualTo("duplicate");
        });
    }

    @Test
    void countsThePartsOfAScore() {
        var faults = faults(
                "{'measures': [{'name': 'closed', 'as': 's__parts'}, {'name': 'sprint_problematic_score', 'as': 's'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/1/as");
            assertThat(fault.code()).isEqualTo("duplicate");
        });
    }

    @Test
    void rejectsAMeasureNamedLikeADimensionThatIsNotGroupedBy() {
        var faults = faults("{'measures': [{'name': 'created', 'as': 'priority'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/0/as");
            assertThat(fault.code()).isEqualTo("duplicate");
            assertThat(fault.message()).contains("is a dimension");
        });
    }
}
