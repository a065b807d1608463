package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValueInClosedSetTest {
    @Test
    void rejectsAValueOutsideOfTheSet() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'filters': [{'field': 'status_category', 'op': 'in', 'value': ['done', 'in progress']}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filters/0/value/1");
            assertThat(fault.code()).isEqualTo("unknown_filter_value");
            assertThat(fault.suggestion()).isEqualTo("in_progress");
            assertThat(fault.allowed()).containsExactly("todo", "in_progress", "done");
        });
    }

    @Test
    void leavesPatternsAlone() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'filters': [{'field': 'status_category', 'op': 'contains', 'value': 'prog'}]}");
        assertThat(faults).isEmpty();
    }
}
