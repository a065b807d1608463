package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RangeInOrderTest {
    @Test
    void rejectsARangeThatEndsBeforeItBegins() {
        var faults = faults("{'measures': [{'name': 'created'}], 'time': {'from': '2026-02-01', 'to': '2026-02-01'}}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/time/to");
            assertThat(fault.code()).isEqualTo("wrong_order");
        });
    }
}
