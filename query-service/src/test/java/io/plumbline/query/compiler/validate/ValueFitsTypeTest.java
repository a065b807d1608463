package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValueFitsTypeTest {
    @Test
    void rejectsANumberForAText() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'filters': [{'field': 'priority', 'op': '=', 'value': 3}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filters/0/value");
            assertThat(fault.code()).isEqualTo("invalid_filter_value");
            assertThat(fault.message()).contains("a text in quotes");
        });
    }

    @Test
    void rejectsATextForABoolean() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'filters': [{'field': 'is_subtask', 'op': '=', 'value': 'true'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filters/0/value");
            assertThat(fault.code()).isEqualTo("invalid_filter_value");
        });
    }

    @Test
    void rejectsWordsForATime() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'filters': [{'field': 'created_at', 'op': '>=', 'value': 'yesterday'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filters/0/value");
            assertThat(fault.code()).isEqualTo("invalid_filter_value");
            assertThat(fault.message()).contains("2026-06-01");
        });
    }

    @Test
    void rejectsADayThatIsNone() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'filters': [{'field': 'created_at', 'op': '=', 'value': '2026-02-30'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filters/0/value");
            assertThat(fault.code()).isEqualTo("invalid_filter_value");
        });
    }

    @Test
    void rejectsAYearOutOfRange() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'filters': [{'field': 'created_at', 'op': '=', 'value': '-1000-01-01T00:00:00Z'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filters/0/value");
            assertThat(fault.code()).isEqualTo("invalid_filter_value");
        });
    }

    @Test
    void pointsAtTheItemOfAList() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'filters': [{'field': 'label', 'op': 'in', 'value': ['a', 1]}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filters/0/value/1");
            assertThat(fault.code()).isEqualTo("invalid_filter_value");
        });
    }

    @Test
    void rejectsAMissingValue() {
        var faults = faults("{'measures': [{'name': 'created'}], 'filters': [{'field': 'label', 'op': '='}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filters/0/value");
            assertThat(fault.code()).isEqualTo("invalid_filter_value");
        });
    }

    @Test
    void rejectsAScalarForAList() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'filters': [{'field': 'label', 'op': 'in', 'value': 'a'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filters/0/value");
            assertThat(fault.code()).isEqualTo("invalid_filter_value");
        });
    }

    @Test
    void rejectsATextForANumber() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'filters': [{'or': [{'field': 'created', 'op': '>', 'value': 1}, {'field': 'created', 'op': 'in', 'value': ['3']}]}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filters/0/or/1/value/0");
            assertThat(fault.code()).isEqualTo("invalid_filter_value");
            assertThat(fault.message()).contains("a number");
        });
    }
}
