package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowFitsComparisonTest {
    private static final String SPEC =
            "{'measures': [{'name': 'velocity', 'window': %s}], 'time': {'granularity': '%s', "
                    + "'from': '2026-01-01', 'to': '2026-04-01', 'compare': '%s'}}";

    @Test
    void rejectsARunningTotalBesideEarlierSprints() {
        assertThat(faults(SPEC.formatted("{'type': 'cumulative'}", "sprint", "previous_sprints")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo("/measures/0/window");
                    assertThat(fault.code()).isEqualTo("not_combinable");
                });
    }

    @Test
    void takesARollingWindowAndARunningTotalOfAnEarlierRange() {
        assertThat(faults(SPEC.formatted("{'type': 'rolling', 'periods': 3}", "sprint", "previous_sprints")))
                .isEmpty();
        assertThat(faults(SPEC.formatted("{'type': 'cumulative'}", "month", "previous_period")))
                .isEmpty();
    }
}
