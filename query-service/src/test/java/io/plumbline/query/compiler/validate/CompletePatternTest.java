package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompletePatternTest {
    @Test
    void rejectsAPatternThatEndsInAnEscape() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'filters': [{'field': 'priority', 'op': 'like', 'value': 'Hi%\\\\'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filters/0/value");
            assertThat(fault.code()).isEqualTo("invalid_filter_value");
            assertThat(fault.message()).contains("backslash");
        });
    }

    @Test
    void takesAnEscapedBackslash() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'filters': [{'field': 'priority', 'op': 'like', 'value': 'Hi\\\\\\\\'}]}");
        assertThat(faults).isEmpty();
    }
}
