package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.problem.FieldError;
import org.junit.jupiter.api.Test;

class ComparisonHasRangeTest {
    @Test
    void rejectsAComparisonOfAnOpenRange() {
        var faults = faults("{'measures': [{'name': 'created'}], 'time': {'compare': 'previous_period'}}");
        assertThat(faults).extracting(FieldError::pointer).containsExactly("/time/from", "/time/to");
    }
}
