package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReachableFilterTest {
    @Test
    void rejectsAFilterThatAMeasureCannotReach() {
        var faults = faults(
                "{'measures': [{'name': 'say_do_ratio'}], 'filters': [{'field': 'assignee', 'op': '=', 'value': 'Ana'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filters/0/field");
            assertThat(fault.code()).isEqualTo("unreachable_filter");
            assertThat(fault.message()).contains("`say_do_ratio` has no `assignee`");
        });
    }

    @Test
    void looksAtBothSidesOfARatio() {
        var faults = faults(
                "{'measures': [{'name': 'throughput_ratio'}], 'filters': [{'field': 'assignee', 'op': '=', 'value': 'Ana'}]}");
        assertThat(faults).isEmpty();
    }
}
