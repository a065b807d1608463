package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.problem.FieldError;
import org.junit.jupiter.api.Test;

class ShowWithinDimensionsTest {
    @Test
    void rejectsADimensionThatTheSpecLacks() {
        var faults = faults("""
                {'measures': [{'name': 'closed', 'show': {'type': 'rank', 'within': ['issue_type', 'project_kei']}}],
                 'dimensions': ['project_key', 'issue_type']}""");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/0/show/within/1");
            assertThat(fault.code()).isEqualTo("unknown_dimension");
            assertThat(fault.allowed()).containsExactly("project_key", "issue_type");
            assertThat(fault.suggestion()).isEqualTo("project_key");
        });
    }

    @Test
    void takesTheMetricTimeThatAGranularityAdds() {
        assertThat(faults("""
                        {'measures': [{'name': 'closed', 'show': {'type': 'rank', 'within': ['metric_time']}}],
                         'time': {'granularity': 'month'}}""")).extracting(FieldError::code).isEmpty();
    }
}
