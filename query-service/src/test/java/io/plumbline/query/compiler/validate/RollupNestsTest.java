package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.problem.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollupNestsTest {
    @ParameterizedTest
    @CsvSource({"week,month", "month,month", "month,week", "sprint,month", "sprint,sprint", "day,sprint", "day,day"})
    void rejectsPeriodsThatDoNotNest(String shorter, String longer) {
        assertThat(of("'granularity': '" + shorter + "'", longer))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo("/measures/0/per/dimensions/0/granularity");
                    assertThat(fault.code()).isEqualTo("per_does_not_nest");
                    assertThat(fault.message())
                            .startsWith("Periods of a " + shorter + " do not nest in the answer's of a " + longer);
                });
    }

    @Test
    void namesThePeriodsThatNest() {
        assertThat(of("'granularity': 'week'", "year"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.allowed()).containsExactly("day", "month", "quarter"));
        assertThat(of("'granularity': 'week'", "sprint")).singleElement().satisfies(fault -> {
            assertThat(fault.allowed()).isEmpty();
            assertThat(fault.message()).endsWith("leave `metric_time` out of `per`, or out of the answer.");
        });
    }

    @ParameterizedTest
    @CsvSource({"day,week", "day,month", "month,quarter", "quarter,year"})
    void takesPeriodsThatNest(String shorter, String longer) {
        assertThat(of("'granularity': '" + shorter + "'", longer)).isEmpty();
    }

    @Test
    void goesByDayWhereNoPeriodIsNamed() {
        assertThat(faults("{'measures': [{'name': 'created', 'per': {'dimensions': ['metric_time']}}],"
                        + " 'time': {'granularity': 'month'}}"))
                .isEmpty();
        assertThat(faults("{'measures': [{'name': 'created', 'per': {'dimensions': ['metric_time']}}],"
                        + " 'time': {'granularity': 'day'}}"))
                .extracting(FieldError::code)
                .containsExactly("per_does_not_nest");
    }

    @Test
    void takesAnyPeriodsWhereTheAnswerHasNone() {
        for (String period : List.of("week", "sprint", "year")) {
            assertThat(faults(
                            "{'measures': [{'name': 'created', 'per': {'dimensions': [{'field': 'metric_time', 'granularity': '"
                                    + period + "'}]}}], 'dimensions': ['project_key']}"))
                    .as(period)
                    .isEmpty();
        }
    }

    private static List<FieldError> of(String shorter, String longer) {
        return faults("{'measures': [{'name': 'created', 'per': {'dimensions': [{'field': 'metric_time', " + shorter
                + "}]}}], 'dimensions': [{'field': 'metric_time', 'granularity': '" + longer + "'}]}");
    }
}
