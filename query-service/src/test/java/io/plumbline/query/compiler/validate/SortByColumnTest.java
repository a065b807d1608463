package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SortByColumnTest {
    @Test
    void rejectsASortByNoColumn() {
        var faults = faults(
                "{'measures': [{'name': 'created', 'as': 'new_issues'}], 'dimensions': ['priority'], 'sort': [{'field': 'created'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/sort/0/field");
            assertThat(fault.code()).isEqualTo("unknown_column");
            assertThat(fault.allowed()).containsExactly("priority", "new_issues");
        });
    }

    @Test
    void takesTheTimeThatTheRangeAdds() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'time': {'granularity': 'month'}, 'sort': [{'field': 'metric_time', 'dir': 'desc'}]}");
        assertThat(faults).isEmpty();
    }

    @Test
    void takesTheColumnsOfAComparison() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'time': {'from': '2026-01-01', 'to': '2026-02-01', 'compare': 'previous_period'}, 'sort': [{'field': 'created__delta_pct'}]}");
        assertThat(faults).isEmpty();
    }

    @Test
    void takesTheNumberOfValuesWhereItIsAskedFor() {
        assertThat(faults("{'measures': [{'name': 'created', 'n': true}], 'sort': [{'field': 'created__n'}]}"))
                .isEmpty();
        assertThat(faults("{'measures': [{'name': 'created'}], 'sort': [{'field': 'created__n'}]}"))
                .hasSize(1);
    }
}
