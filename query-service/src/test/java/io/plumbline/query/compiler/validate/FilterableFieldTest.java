package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FilterableFieldTest {
    @Test
    void rejectsAFilterOnMetricTime() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'filters': [{'field': 'metric_time', 'op': '>=', 'value': '2026-01-01'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filters/0/field");
            assertThat(fault.code()).isEqualTo("field_not_filterable");
            assertThat(fault.message()).contains("`time.from` and `time.to`");
        });
    }
}
