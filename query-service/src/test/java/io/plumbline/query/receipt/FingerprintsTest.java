package io.plumbline.query.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.catalog.definition.CatalogFiles;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.catalog.MetricDefinition.Parameter;
import io.plumbline.spec.catalog.WorkingCalendar;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
    private static final Catalog CATALOG = CatalogFiles.load();
    private static final MetricDefinition STUCK = metric("stuck_count");

    @Test
    void nameEachVersion() {
        assertThat(MetricFingerprints.of(List.of(STUCK, metric("created")), WorkingCalendar.STANDARD))
                .containsOnlyKeys("created@1.0.0", STUCK.id())
                .allSatisfy((_, fingerprint) -> assertThat(fingerprint).matches("[0-9a-f]{16}"));
    }

    @Test
    void changeWithAParametersDefault() {
        Parameter days = STUCK.parameters().getFirst();
        Parameter more =
                new Parameter(days.name(), days.description(), days.defaultValue() + 1, days.minimum(), days.maximum());
        assertThat(fingerprint(with(STUCK, STUCK.description(), List.of(more)))).isNotEqualTo(fingerprint(STUCK));
    }

    @Test
    void changeWithTheCalendarWhereItCounts() {
        WorkingCalendar noFridays = new WorkingCalendar(
                WorkingCalendar.STANDARD.workingDays().subList(0, 4), List.of(), WorkingCalendar.STANDARD.timezone());
        MetricDefinition working = metric("lead_time_working");
        assertThat(MetricFingerprints.of(List.of(working), noFridays))
                .isNotEqualTo(MetricFingerprints.of(List.of(working), WorkingCalendar.STANDARD));
        assertThat(MetricFingerprints.of(List.of(STUCK), noFridays))
                .isEqualTo(MetricFingerprints.of(List.of(STUCK), WorkingCalendar.STANDARD));
    }

    @Test
    void doNotChangeWithWords() {
        assertThat(fingerprint(with(STUCK, "Other words.", STUCK.parameters()))).isEqualTo(fingerprint(STUCK));
    }

    @Test
    void ofTheModelChangeWithItsMeaningAndNotWithWords() {
        String model = ModelFingerprint.of(CATALOG);
        assertThat(ModelFingerprint.of(with(dimensions(false)))).isEqualTo(model);
        assertThat(ModelFingerprint.of(with(dimensions(true)))).isNotEqualTo(model);
        assertThat(model).hasSize(64);
    }

    private static String fingerprint(MetricDefinition metric) {
        return Map.copyOf(MetricFingerprints.of(List.of(metric), WorkingCalendar.STANDARD))
                .get(metric.id());
    }

    private static MetricDefinition metric(String name) {
        return CATALOG.metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<DimensionDefinition> dimensions(boolean perSprint) {
        return CATALOG.dimensions().stream()
                .map(one -> new DimensionDefinition(
                        one.name(),
                        one.displayName() + "!",
                        "Other words.",
                        one.type(),
                        one.values(),
                        List.of("another"),
                        one.sources(),
                        perSprint || one.perSprint()))
                .toList();
    }

    private static Catalog with(List<DimensionDefinition> dimensions) {
        return new Catalog("other", CATALOG.entities(), dimensions, CATALOG.metrics());
    }

    private static MetricDefinition with(MetricDefinition metric, String description, List<Parameter> parameters) {
        return new MetricDefinition(
                metric.name(),
                metric.version(),
                metric.displayName(),
                description,
                metric.category(),
                metric.unit(),
                metric.tags(),
                metric.synonyms(),
                metric.examples(),
                parameters,
                metric.computation(),
                metric.additivity(),
                metric.listed(),
                metric.active(),
                metric.deprecatedSince(),
                metric.replacedBy(),
                metric.tested());
    }
}
