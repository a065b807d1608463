package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.problem.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollupAddsDimensionsTest {
    @Test
    void rejectsADimensionOfTheAnswer() {
        assertThat(of("'board', 'project_key'")).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/0/per/dimensions/1");
            assertThat(fault.code()).isEqualTo("duplicate");
            assertThat(fault.message()).contains("`project_key` is a dimension of the answer already");
        });
    }

    @Test
    void rejectsADimensionThatIsNamedTwice() {
        assertThat(of("'board', 'board'")).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/0/per/dimensions/1");
            assertThat(fault.code()).isEqualTo("duplicate");
        });
    }

    @Test
    void takesOtherDimensionsAndShorterPeriods() {
        assertThat(of("'board', {'field': 'metric_time', 'granularity': 'day'}"))
                .isEmpty();
    }

    private static List<FieldError> of(String dimensions) {
        return faults("{'measures': [{'name': 'created', 'per': {'dimensions': [%s]}}],".formatted(dimensions)
                + " 'dimensions': ['project_key', {'field': 'metric_time', 'granularity': 'month'}]}");
    }
}
