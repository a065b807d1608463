package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.problem.FieldError;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowNestsTest {
    @ParameterizedTest
    @CsvSource({"day, week", "day, month", "day, year", "month, quarter", "month, year", "quarter, year"})
    void takesALongerPeriodThatIsMadeOfBuckets(String bucket, String longer) {
        assertThat(of(bucket, longer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"month, month", "month, week", "quarter, month", "year, year"})
    void rejectsAPeriodThatIsNotLonger(String bucket, String longer) {
        assertThat(of(bucket, longer)).extracting(FieldError::code).containsExactly("window_does_not_nest");
    }

    @ParameterizedTest
    @CsvSource({"week, month", "week, quarter", "week, year"})
    void rejectsPeriodsThatWeeksOverlap(String bucket, String longer) {
        assertThat(of(bucket, longer)).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/0/window/granularity");
            assertThat(fault.allowed()).isEmpty();
            assertThat(fault.message()).contains("rolling");
        });
    }

    private static List<FieldError> of(String bucket, String longer) {
        return faults("{'measures': [{'name': 'created', 'window': {'type': 'to_date', 'granularity': '" + longer
                + "'}}], 'dimensions': [{'field': 'metric_time', 'granularity': '" + bucket + "'}]}");
    }
}
