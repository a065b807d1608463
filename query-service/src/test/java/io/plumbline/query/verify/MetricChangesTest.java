package io.plumbline.query.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.verify.Verification.MetricChange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricChangesTest {
    @Test
    void areNoneWhereVersionsAndDefinitionsAreTheSame() {
        assertThat(changes(Map.of("created@1.0.0", "a"), Map.of("created@1.0.0", "a")))
                .isEmpty();
    }

    @Test
    void nameTheVersionsOfAMetricThatHasANewOne() {
        assertThat(changes(Map.of("created@1.0.0", "a"), Map.of("created@1.1.0", "b")))
                .containsExactly(new MetricChange("created", "1.0.0", "1.1.0", false));
    }

    @Test
    void seeOneVersionWithTwoDefinitions() {
        assertThat(changes(Map.of("stuck_count@1.0.0", "a"), Map.of("stuck_count@1.0.0", "b")))
                .containsExactly(new MetricChange("stuck_count", "1.0.0", "1.0.0", true));
    }

    @Test
    void seePartsThatComeAndGo() {
        assertThat(changes(Map.of("score@1.0.0", "a", "old@1.0.0", "b"), Map.of("score@1.0.0", "a", "part@2.0.0", "c")))
                .containsExactly(
                        new MetricChange("old", "1.0.0", null, false), new MetricChange("part", null, "2.0.0", false));
    }

    @Test
    void keepTwoVersionsOfOneMetricApart() {
        assertThat(changes(
                        Map.of("score@1.0.0", "a", "score@2.0.0", "b"), Map.of("score@1.0.0", "a", "score@2.1.0", "c")))
                .containsExactly(new MetricChange("score", "1.0.0, 2.0.0", "1.0.0, 2.1.0", false));
    }

    private static List<MetricChange> changes(Map<String, String> before, Map<String, String> after) {
        return new MetricChanges(before, after).all();
    }
}
