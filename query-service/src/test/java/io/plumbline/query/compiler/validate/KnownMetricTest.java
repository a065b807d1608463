package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownMetricTest {
    @Test
    void rejectsUnknownMetric() {
        var faults = faults("{'measures': [{'name': 'created'}, {'name': 'vilocity'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/1/name");
            assertThat(fault.code()).isEqualTo("unknown_metric");
            assertThat(fault.suggestion()).isEqualTo("velocity");
            assertThat(fault.allowed()).contains("velocity", "wip").doesNotContain("issues_entered_done");
            assertThat(fault.message()).contains("`vilocity`").contains("Did you mean `velocity`?");
        });
    }

    @Test
    void takesUnlistedBuildingBlocks() {
        var faults = faults("{'measures': [{'name': 'issues_entered_done'}]}");
        assertThat(faults).isEmpty();
    }

    @Test
    void quotesHarmlesslyWhatTheCallerWrote() {
        var faults = faults(
                "{'measures': [{'name': 'x\\u0007\\u202eyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'}]}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/0/name");
            assertThat(fault.code()).isEqualTo("unknown_metric");
            assertThat(fault.message()).contains("`x??yyy").contains("…`").doesNotContain("\u0007");
        });
    }
}
