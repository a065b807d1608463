package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowHasTimeTest {
    private static final String WINDOW = "{'type': 'cumulative'}";

    @Test
    void rejectsAWindowWithoutPeriods() {
        assertThat(faults("{'measures': [{'name': 'created', 'window': %s}]}".formatted(WINDOW)))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("window_needs_metric_time");
                    assertThat(fault.pointer()).isEqualTo("/measures/0/window");
                    assertThat(fault.message()).contains("metric_time");
                });
    }

    @Test
    void rejectsAWindowOnANamedTimeOnly() {
        assertThat(faults(
                        "{'measures': [{'name': 'created', 'window': %s}], 'dimensions': [{'field': 'created_at', 'granularity': 'month'}]}"
                                .formatted(WINDOW)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("Other time dimensions have no windows"));
    }

    @Test
    void takesThePeriodsThatTheRangeAdds() {
        assertThat(faults("{'measures': [{'name': 'created', 'window': %s}], 'time': {'granularity': 'month'}}"
                        .formatted(WINDOW)))
                .isEmpty();
    }
}
