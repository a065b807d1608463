package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownFilterFieldTest {
    @Test
    void rejectsUnknownField() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'filters': [{'field': 'asignee', 'op': '=', 'value': 'Ana'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filters/0/field");
            assertThat(fault.code()).isEqualTo("unknown_dimension");
            assertThat(fault.suggestion()).isEqualTo("assignee");
            assertThat(fault.allowed()).doesNotContain("metric_time");
        });
    }
}
