package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.problem.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollupSumAddsTest {
    private static final String WEEK = "{'field': 'metric_time', 'granularity': 'week'}";

    @ParameterizedTest
    @CsvSource({
        "lead_time_p50,they are rolled up by `p50`",
        "lead_time_avg,they are rolled up by `avg`",
        "throughput_ratio,each is a ratio",
        "velocity,they are rolled up by `avg`",
        "sprint_problematic_score,each is a score",
        "probe_growth,each is made of several numbers",
        "reopened_count,each is a count of different things"
    })
    void rejectsSumsOfWhatDoesNotAddUp(String metric, String reason) {
        assertThat(of("'" + metric + "'", "'project_key'")).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/0/per/dimensions/0");
            assertThat(fault.code()).isEqualTo("not_additive");
            assertThat(fault.message())
                    .startsWith("Numbers of `" + metric + "` can't be added up")
                    .contains(reason)
                    .contains("another `agg`");
        });
    }

    @Test
    void rejectsSumsOfStatesOverTime() {
        assertThat(of("'wip'", WEEK))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("the same issue can count in each of them"));
        assertThat(of("'wip'", "'project_key'")).isEmpty();
    }

    @Test
    void rejectsSumsOverListsAndOverlappingSprints() {
        assertThat(of("'closed'", "'label'")).extracting(FieldError::code).containsExactly("not_additive");
        assertThat(of("'closed'", "{'field': 'metric_time', 'granularity': 'sprint'}"))
                .extracting(FieldError::code)
                .containsExactly("not_additive");
        assertThat(of("'planned_sp'", "{'field': 'metric_time', 'granularity': 'sprint'}"))
                .isEmpty();
    }

    @Test
    void takesSumsOfAmounts() {
        assertThat(of("'closed'", WEEK + ", 'project_key'")).isEmpty();
        assertThat(of("'velocity', 'agg': 'sum'", WEEK)).isEmpty();
        assertThat(of("'blocked_hours'", WEEK)).isEmpty();
    }

    @Test
    void takesOtherRollUpsOfAnything() {
        for (String agg : List.of("avg", "min", "max", "median", "p90", "stddev")) {
            assertThat(faults("{'measures': [{'name': 'lead_time_p50', 'per': {'dimensions': ['label'], 'agg': '" + agg
                            + "'}}]}"))
                    .as(agg)
                    .isEmpty();
        }
    }

    private static List<FieldError> of(String metric, String dimensions) {
        return faults(
                "{'measures': [{'name': " + metric + ", 'per': {'dimensions': [" + dimensions + "], 'agg': 'sum'}}]}");
    }
}
