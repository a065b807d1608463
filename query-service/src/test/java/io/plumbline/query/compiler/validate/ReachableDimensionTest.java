package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.compiler.Compiling;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.problem.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachableDimensionTest {
    @Test
    void saysWhichMeasureCannotReachWhatAndWhy() {
        var faults = faults("{'measures': [{'name': 'velocity'}, {'name': 'created'}], 'dimensions': ['issue_type']}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/dimensions/0");
            assertThat(fault.code()).isEqualTo("unreachable_dimension");
            assertThat(fault.message())
                    .contains("`velocity` has no `issue_type`")
                    .contains("whole sprint")
                    .contains("It takes project_key");
            assertThat(fault.allowed())
                    .contains("sprint_name", "project_key", "metric_time")
                    .doesNotContain("assignee");
        });
    }

    @Test
    void namesEachMeasureThatCannot() {
        var faults = faults("{'measures': [{'name': 'velocity'}, {'name': 'planned_sp'}], 'dimensions': ['label']}");
        assertThat(faults).hasSize(2).extracting(FieldError::pointer).containsOnly("/dimensions/0");
    }

    @Test
    void asksEachInputOfADerivedMetric() {
        assertThat(faults("{'measures': [{'name': 'probe_growth'}], 'dimensions': ['issue_type']}"))
                .isEmpty();
        assertThat(faults("{'measures': [{'name': 'probe_velocity_spread'}], 'dimensions': ['issue_type']}"))
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault.message()).contains("`probe_velocity_spread` has no `issue_type`"));
    }

    @Test
    void asksAMeasureForItsOwnFirstStageOnly() {
        assertThat(
                        faults(
                                "{'measures': [{'name': 'velocity'}, {'name': 'created', 'per': {'dimensions': ['issue_type']}}]}"))
                .isEmpty();
        assertThat(
                        faults(
                                "{'measures': [{'name': 'created'}, {'name': 'velocity', 'per': {'dimensions': ['board', 'issue_type']}}]}"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo("/measures/1/per/dimensions/1");
                    assertThat(fault.code()).isEqualTo("unreachable_dimension");
                });
    }

    @Test
    void rejectsWhatNoJoinLeadsTo() {
        var lonely = Compiling.CATALOG.entities().stream()
                .map(entity -> new Entity(
                        entity.name(),
                        entity.description(),
                        entity.relation(),
                        entity.key(),
                        entity.columns(),
                        entity.times(),
                        List.of(),
                        entity.asOf()))
                .toList();
        var catalog = new Catalog("lonely", lonely, Compiling.CATALOG.dimensions(), Compiling.CATALOG.metrics());
        var faults = faults("{'measures': [{'name': 'created'}], 'dimensions': ['project_key']}", catalog);
        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("what it counts leads to no single one"));
    }
}
