package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OperatorFitsTypeTest {
    @Test
    void rejectsAnOrderOfTexts() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'filters': [{'field': 'priority', 'op': '>', 'value': 'Low'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filters/0/op");
            assertThat(fault.code()).isEqualTo("operator_not_allowed");
            assertThat(fault.allowed()).contains("=", "contains").doesNotContain("<");
        });
    }

    @Test
    void rejectsAPatternOfATime() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'filters': [{'field': 'created_at', 'op': 'like', 'value': '2026%'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filters/0/op");
            assertThat(fault.code()).isEqualTo("operator_not_allowed");
            assertThat(fault.message()).contains("is a time");
        });
    }

    @Test
    void rejectsAPatternOfABoolean() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'filters': [{'field': 'is_subtask', 'op': 'contains', 'value': 't'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filters/0/op");
            assertThat(fault.code()).isEqualTo("operator_not_allowed");
        });
    }

    @Test
    void rejectsAPatternOfANumber() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'filters': [{'not': {'field': 'created', 'op': 'like', 'value': '1%'}}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filters/0/not/op");
            assertThat(fault.code()).isEqualTo("operator_not_allowed");
            assertThat(fault.message()).contains("is a number");
            assertThat(fault.allowed()).contains("<", "between", "is_null").doesNotContain("like");
        });
    }
}
