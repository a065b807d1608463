package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedZoneTest {
    @Test
    void rejectsAZoneOfJavaAlone() {
        var faults = faults("{'measures': [{'name': 'created'}], 'time': {'timezone': 'SystemV/AST4ADT'}}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/time/timezone");
            assertThat(fault.code()).isEqualTo("unknown_value");
        });
    }
}
