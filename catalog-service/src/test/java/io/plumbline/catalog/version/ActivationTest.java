package io.plumbline.catalog.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.catalog.definition.SemanticVersion;
import io.plumbline.catalog.tenant.Copies;
import io.plumbline.catalog.testing.Sample;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivationTest {

    @Test
    void keepsTheNewestMajorAndTwoMore() {
        List<MetricDefinition> versions = List.of();
        for (String version : List.of("1.0.0", "2.0.0", "3.0.0", "4.0.0")) {
            versions = Activation.activate(versions, metric(version));
        }
        assertThat(active(versions)).containsExactly("2.0.0", "3.0.0", "4.0.0");
    }

    @Test
    void keepsOneVersionOfEachMajor() {
        List<MetricDefinition> versions = Activation.activate(List.of(metric("1.0.0")), metric("1.1.0"));
        assertThat(active(versions)).containsExactly("1.1.0");
        assertThat(active(Activation.activate(versions, metric("1.0.0")))).containsExactly("1.0.0");
    }

    @Test
    void doesNotReviveWhatWasTakenOut() {
        var versions = new ArrayList<>(List.of(Copies.active(metric("1.0.0"), false), metric("2.0.0")));
        assertThat(active(Activation.activate(versions, metric("3.0.0")))).containsExactly("2.0.0", "3.0.0");
    }

    @Test
    void refusesAnOldMajorWhileThreeNewerAreInUse() {
        List<MetricDefinition> versions =
                List.of(Copies.active(metric("1.0.0"), false), metric("2.0.0"), metric("3.0.0"), metric("4.0.0"));
        assertThat(Activation.isRecent(versions, metric("1.0.0"))).isFalse();
        assertThat(Activation.isRecent(versions.subList(0, 3), metric("1.0.0"))).isTrue();
    }

    @Test
    void followsTheNewestOfTheSameMajorElseTheNewestOfAll() {
        List<MetricDefinition> versions = List.of(metric("1.0.0"), metric("1.10.0"), metric("2.0.0"));
        assertThat(Activation.predecessor(versions, new SemanticVersion(1, 11, 0))
                        .version())
                .isEqualTo("1.10.0");
        assertThat(Activation.predecessor(versions, new SemanticVersion(3, 0, 0))
                        .version())
                .isEqualTo("2.0.0");
    }

    private static List<String> active(List<MetricDefinition> versions) {
        return versions.stream()
                .filter(MetricDefinition::active)
                .map(MetricDefinition::version)
                .toList();
    }

    private static MetricDefinition metric(String version) {
        return Sample.read(Sample.with(Sample.urgent("urgent"), version));
    }
}
