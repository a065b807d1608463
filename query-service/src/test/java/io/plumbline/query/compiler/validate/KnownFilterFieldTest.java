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
            assertThat(fault.allowed()).contains("created").doesNotContain("metric_time");
        });
    }

    @Test
    void suggestsTheNearestNumberOfTheAnswer() {
        var faults = faults(
                "{'measures': [{'name': 'created', 'as': 'incoming'}], 'filters': [{'or': [{'field': 'incomming', 'op': '>', 'value': 3}]}], 'time': {'from': '2026-01-01', 'to': '2026-02-01', 'compare': 'previous_period'}}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filters/0/or/0/field");
            assertThat(fault.suggestion()).isEqualTo("incoming");
            assertThat(fault.allowed()).contains("incoming__delta_pct", "priority");
        });
    }

    @Test
    void refusesThePartsOfAScore() {
        var faults = faults(
                "{'measures': [{'name': 'sprint_problematic_score', 'as': 's'}], 'filters': [{'field': 's__parts', 'op': 'is_null'}]}");
        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("unknown_dimension"));
    }
}
