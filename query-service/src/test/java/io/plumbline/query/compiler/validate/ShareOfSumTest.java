package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.problem.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShareOfSumTest {
    @Test
    void rejectsAveragesRatiosAndScores() {
        assertThat(faults("""
                        {'measures': [{'name': 'lead_time_avg', 'show': {'type': 'percent_of_total'}},
                                      {'name': 'throughput_ratio', 'show': {'type': 'percent_of_total'}},
                                      {'name': 'sprint_problematic_score', 'show': {'type': 'percent_of_total'}},
                                      {'name': 'velocity', 'show': {'type': 'percent_of_total'}}]}""")).hasSize(4).allSatisfy(fault -> {
            assertThat(fault.pointer()).matches("/measures/\\d/show");
            assertThat(fault.code()).isEqualTo("not_additive");
            assertThat(fault.message()).contains("can't be added up").endsWith("to have a share of.");
        });
    }

    @Test
    void takesCountsSumsAndDistinctCounts() {
        assertThat(faults("""
                        {'measures': [{'name': 'created', 'show': {'type': 'percent_of_total'}},
                                      {'name': 'reopened_count', 'show': {'type': 'percent_of_total'}},
                                      {'name': 'blocked_hours', 'show': {'type': 'percent_of_total'}},
                                      {'name': 'wip', 'show': {'type': 'percent_of_total'}},
                                      {'name': 'planned_sp', 'show': {'type': 'percent_of_total'}},
                                      {'name': 'velocity', 'agg': 'sum', 'show': {'type': 'percent_of_total'}}]}""")).extracting(FieldError::message).isEmpty();
    }

    @Test
    void rejectsASnapshotOverSeveralPeriods() {
        String spec = """
                {'measures': [{'name': 'wip', 'show': {'type': 'percent_of_total', 'within': [%s]}}],
                 'dimensions': ['status', {'field': 'metric_time', 'granularity': 'month'}]}""";
        assertThat(faults(spec.formatted(""))).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("not_additive");
            assertThat(fault.message()).contains("several periods").contains("`within`");
        });
        assertThat(faults(spec.formatted("'metric_time'")))
                .extracting(FieldError::code)
                .isEmpty();
    }

    @Test
    void rejectsOverlappingWindows() {
        String spec = """
                {'measures': [{'name': 'closed', 'window': {'type': 'rolling', 'periods': 3},
                               'show': {'type': 'percent_of_total', 'within': [%s]}}],
                 'dimensions': ['issue_type', {'field': 'metric_time', 'granularity': 'month'}]}""";
        assertThat(faults(spec.formatted("")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("Windows overlap"));
        assertThat(faults(spec.formatted("'metric_time'")))
                .extracting(FieldError::code)
                .isEmpty();
    }

    @Test
    void rejectsTotalsOverSprintsOfWhatIsNoSprintsOwn() {
        String spec = """
                {'measures': [{'name': '%s', 'show': {'type': 'percent_of_total', 'within': [%s]}}],
                 'dimensions': ['project_key', {'field': 'metric_time', 'granularity': 'sprint'}]}""";
        for (String metric : List.of("closed", "reopened_count")) {
            assertThat(faults(spec.formatted(metric, ""))).singleElement().satisfies(fault -> {
                assertThat(fault.code()).isEqualTo("not_additive");
                assertThat(fault.message())
                        .contains("sprints of different boards overlap")
                        .contains("`within`");
            });
            assertThat(faults(spec.formatted(metric, "'metric_time'"))).isEmpty();
        }
        assertThat(faults(spec.formatted("planned_sp", ""))).isEmpty();
    }

    @Test
    void takesOnlySumsOfTwoStages() {
        String spec = """
                {'measures': [{'name': 'closed', 'per': {'dimensions': ['project_key'], 'agg': '%s'},
                               'show': {'type': 'percent_of_total'}}], 'dimensions': ['issue_type']}""";
        assertThat(faults(spec.formatted("sum"))).isEmpty();
        assertThat(faults(spec.formatted("avg"))).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("not_additive");
            assertThat(fault.message()).contains("`per` rolls up by `avg`");
        });
    }

    @Test
    void ranksWhatCanNotBeAddedUp() {
        assertThat(faults("""
                        {'measures': [{'name': 'lead_time_avg', 'show': {'type': 'rank', 'dir': 'asc'}}],
                         'dimensions': ['issue_type']}""")).extracting(FieldError::code).isEmpty();
    }
}
