package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.problem.FieldError;
import org.junit.jupiter.api.Test;

class ShowWithoutComparisonTest {
    @Test
    void rejectsAShareBesideAComparison() {
        var faults = faults("""
                {'measures': [{'name': 'closed', 'show': {'type': 'percent_of_total'}}, {'name': 'created'}],
                 'time': {'from': '2026-01-01', 'to': '2026-02-01', 'compare': 'previous_period'}}""");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/0/show");
            assertThat(fault.code()).isEqualTo("not_combinable");
        });
    }

    @Test
    void takesAShareAlone() {
        assertThat(faults("{'measures': [{'name': 'closed', 'show': {'type': 'percent_of_total'}}]}"))
                .extracting(FieldError::code)
                .isEmpty();
    }
}
