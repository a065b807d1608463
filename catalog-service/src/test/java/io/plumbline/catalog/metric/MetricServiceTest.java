package io.plumbline.catalog.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.catalog.definition.CatalogFiles;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricServiceTest {
    private static final String SCORE = "sprint_problematic_score";
    private static final Catalog CATALOG = CatalogFiles.load();
    private final MetricService metrics = new MetricService();

    @Test
    void listsTheNewestVersionOfEachListedMetric() {
        List<MetricDefinition> all = metrics.list(CATALOG, new MetricFilter(null, true, null));
        assertThat(all).hasSize(36).extracting(MetricDefinition::name).doesNotHaveDuplicates();
        assertThat(all).extracting(MetricDefinition::id).contains(SCORE + "@2.0.0");
    }

    @Test
    void listsByCategoryAndTag() {
        assertThat(metrics.list(CATALOG, new MetricFilter("throughput", true, null)))
                .extracting(MetricDefinition::name)
                .containsExactly("closed", "created", "throughput_ratio", "velocity");
        assertThat(metrics.list(CATALOG, new MetricFilter(null, true, "bugs")))
                .extracting(MetricDefinition::name)
                .containsExactly("bug_age", "bug_count", "escaped_defects");
    }

    @Test
    void listsRetiredVersionsApart() {
        assertThat(metrics.list(CATALOG, new MetricFilter(null, false, null))).isEmpty();
        assertThat(metrics.list(withRetired("2.0.0"), new MetricFilter(null, false, null)))
                .extracting(MetricDefinition::id)
                .containsExactly(SCORE + "@2.0.0");
    }

    @ParameterizedTest
    @CsvSource({SCORE + ", 2.0.0", SCORE + "@1, 1.0.0", SCORE + "@2, 2.0.0", SCORE + "@1.0.0, 1.0.0"})
    void findsTheVersionNamed(String reference, String version) {
        assertThat(find(CATALOG, reference).version()).isEqualTo(version);
    }

    @Test
    void prefersAnActiveVersion() {
        Catalog catalog = withRetired("2.0.0");
        assertThat(find(catalog, SCORE).version()).isEqualTo("1.0.0");
        assertThat(find(catalog, SCORE + "@2").active()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Velocity", "velocity@", "velocity@x", "velocity@1.0", "velocity;", "", "velocity@-1"})
    void knowsWhatIsNoReference(String text) {
        assertThat(MetricReference.parse(text)).isEmpty();
    }

    @Test
    void givesVersionsNewestFirst() {
        assertThat(metrics.versions(CATALOG, SCORE))
                .extracting(MetricDefinition::version)
                .containsExactly("2.0.0", "1.0.0");
    }

    private MetricDefinition find(Catalog catalog, String reference) {
        return MetricReference.parse(reference)
                .flatMap(it -> metrics.find(catalog, it))
                .orElseThrow();
    }

    private static Catalog withRetired(String version) {
        List<MetricDefinition> changed = CATALOG.metrics().stream()
                .map(metric -> metric.id().equals(SCORE + "@" + version) ? Metrics.retired(metric) : metric)
                .toList();
        return new Catalog("changed", CATALOG.entities(), CATALOG.dimensions(), changed);
    }
}
