package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FilterNeedsDimensionTest {
    @Test
    void rejectsADimensionThatTheAnswerLacksBesideANumber() {
        var faults = faults("""
                {'measures': [{'name': 'created'}], 'dimensions': ['project_key'],
                 'filters': [{'or': [{'field': 'created', 'op': '>', 'value': 10},
                                     {'field': 'priority', 'op': '=', 'value': 'High'},
                                     {'field': 'project_key', 'op': '=', 'value': 'PAY'}]}]}""");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filters/0/or/1/field");
            assertThat(fault.code()).isEqualTo("filter_needs_dimension");
            assertThat(fault.message()).contains("add it to `dimensions`").contains("out of the `or`");
            assertThat(fault.allowed()).containsExactly("project_key");
        });
    }

    @Test
    void findsItBelowANegation() {
        var faults = faults("""
                {'measures': [{'name': 'created'}],
                 'filters': [{'not': {'and': [{'field': 'created', 'op': '>', 'value': 10},
                                              {'field': 'priority', 'op': '=', 'value': 'High'}]}}]}""");
        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/filters/0/not/and/1/field"));
    }

    @Test
    void takesApartWhatMustAllHold() {
        assertThat(faults("""
                        {'measures': [{'name': 'created'}],
                         'filters': [{'and': [{'field': 'created', 'op': '>', 'value': 10},
                                              {'and': [{'field': 'priority', 'op': '=', 'value': 'High'}]}]},
                                     {'or': [{'field': 'priority', 'op': '=', 'value': 'Low'},
                                             {'field': 'label', 'op': '=', 'value': 'a'}]}]}""")).isEmpty();
    }
}
