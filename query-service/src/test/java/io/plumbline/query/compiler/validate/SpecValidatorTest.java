package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.problem.FieldError;
import org.junit.jupiter.api.Test;

class SpecValidatorTest {
    @Test
    void reportsEveryFaultAtOnceInTheOrderOfTheRules() {
        var faults = faults("""
                {'measures': [{'name': 'vilocity'}, {'name': 'wip', 'agg': 'sum', 'params': {'days': 1}}],
                 'dimensions': ['team', {'field': 'priority', 'granularity': 'day'}],
                 'filters': [{'field': 'metric_time', 'op': '=', 'value': '2026-01-01'}, {'field': 'label', 'op': '<', 'value': 1}],
                 'time': {'from': '2026-02-01', 'to': '2026-01-01'}, 'sort': [{'field': 'velocity'}]}""");
        assertThat(faults)
                .extracting(FieldError::code)
                .containsExactly(
                        "unknown_metric",
                        "aggregation_not_allowed",
                        "unknown_parameter",
                        "unknown_dimension",
                        "granularity_not_allowed",
                        "field_not_filterable",
                        "operator_not_allowed",
                        "unknown_column",
                        "wrong_order");
    }
}
