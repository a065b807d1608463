package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.problem.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonFitsAxisTest {
    @ParameterizedTest
    @ValueSource(strings = {"previous_period", "previous_year"})
    void rejectsAnEarlierRangeOfSprints(String comparison) {
        assertThat(of("sprint", comparison)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("not_combinable");
            assertThat(fault.pointer()).isEqualTo("/time/compare");
            assertThat(fault.allowed()).containsExactly("previous_sprints");
        });
    }

    @Test
    void rejectsEarlierSprintsOfPeriods() {
        assertThat(of("month", "previous_sprints"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.allowed()).containsExactly("previous_period", "previous_year"));
    }

    @Test
    void takesEarlierSprintsOfSprints() {
        assertThat(of("sprint", "previous_sprints")).isEmpty();
    }

    private static List<FieldError> of(String granularity, String comparison) {
        return faults(
                "{'measures': [{'name': 'created'}], 'time': {'from': '2026-01-01', 'to': '2026-02-01', 'granularity': '"
                        + granularity + "', 'compare': '" + comparison + "'}}");
    }
}
