package io.plumbline.catalog.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.catalog.definition.CatalogFiles;
import io.plumbline.catalog.definition.CatalogVersion;
import io.plumbline.catalog.testing.Sample;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.catalog.Weekday;
import io.plumbline.spec.catalog.WorkingCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EffectiveCatalogTest {
    private static final Catalog PRODUCT = CatalogFiles.load();

    @Test
    void isTheProductsCatalogForATenantThatChangesNothing() {
        assertThat(EffectiveCatalog.of(PRODUCT, TenantPart.NONE).catalog()).isSameAs(PRODUCT);
        assertThat(EffectiveCatalog.of(PRODUCT, TenantPart.NONE.at(7)).catalog())
                .isSameAs(PRODUCT);
    }

    @Test
    void addsTheTenantsMetrics() {
        EffectiveCatalog effective = EffectiveCatalog.of(PRODUCT, part(Sample.read(Sample.urgent("urgent"))));
        assertThat(effective.setAside()).isEmpty();
        assertThat(find(effective, "urgent").active()).isTrue();
        assertThat(effective.catalog().metrics()).hasSize(PRODUCT.metrics().size() + 1);
    }

    @Test
    void hasAVersionOfItsContentAlone() {
        TenantPart part = part(Sample.read(Sample.urgent("urgent")));
        String version = version(part);
        assertThat(version).startsWith(PRODUCT.version() + ".").isEqualTo(version(part.at(9)));
        assertThat(version(part.with(new Overlay(null, List.of("created"), null, null))))
                .isNotEqualTo(version);
    }

    @Test
    void appliesAnOverlay() {
        var overlay = new Overlay(
                Map.of("stuck_count", Map.of("days", 10)),
                List.of("created"),
                Map.of("velocity", List.of("oomph"), "board", List.of("crew")),
                null);
        EffectiveCatalog effective = EffectiveCatalog.of(PRODUCT, TenantPart.NONE.with(overlay));
        assertThat(effective.setAside()).isEmpty();
        assertThat(find(effective, "stuck_count").parameters().getFirst().defaultValue())
                .isEqualTo(10);
        assertThat(find(effective, "created").listed()).isFalse();
        assertThat(find(effective, "created").active()).isTrue();
        assertThat(find(effective, "velocity").synonyms()).contains("oomph");
        assertThat(effective.catalog().dimensions())
                .filteredOn(dimension -> dimension.name().equals("board"))
                .first()
                .satisfies(board -> assertThat(board.synonyms()).contains("crew"));
    }

    @Test
    void hasTheTenantsCalendar() {
        assertThat(PRODUCT.calendar()).isEqualTo(WorkingCalendar.STANDARD);
        var settings = new CalendarSettings(List.of("sat", "sun"), List.of("2026-12-26"), "Europe/Prague");
        TenantPart part = TenantPart.NONE.with(new Overlay(null, null, null, settings));
        assertThat(EffectiveCatalog.of(PRODUCT, part).catalog().calendar())
                .isEqualTo(new WorkingCalendar(
                        List.of(Weekday.SAT, Weekday.SUN),
                        List.of(LocalDate.parse("2026-12-26")),
                        ZoneId.of("Europe/Prague")));
        assertThat(version(part)).isNotEqualTo(PRODUCT.version());
        var rest = new Overlay(null, null, null, new CalendarSettings(null, null, "Asia/Tokyo"));
        assertThat(EffectiveCatalog.of(PRODUCT, TenantPart.NONE.with(rest))
                        .catalog()
                        .calendar()
                        .workingDays())
                .isEqualTo(WorkingCalendar.STANDARD.workingDays());
    }

    @Test
    void setsAsideWhatDoesNotFitTheProductAnyMore() {
        var overlay = new Overlay(
                Map.of("stuck_count", Map.of("days", 9_999)),
                List.of("gone"),
                Map.of("velocity", List.of("stuck")),
                null);
        EffectiveCatalog effective = EffectiveCatalog.of(
                PRODUCT,
                part(Sample.read(Sample.urgent("urgent")), Sample.read(Sample.share("share", "gone")))
                        .with(overlay));
        assertThat(find(effective, "share").active()).isFalse();
        assertThat(find(effective, "urgent").active()).isTrue();
        assertThat(find(effective, "stuck_count").parameters().getFirst().defaultValue())
                .isEqualTo(7);
        assertThat(find(effective, "velocity").synonyms()).doesNotContain("stuck");
        assertThat(effective.setAside())
                .anySatisfy(it -> assertThat(it).contains("share@1.0.0").contains("gone"))
                .anySatisfy(it -> assertThat(it).contains("9999").contains("1 to 365"))
                .anySatisfy(it -> assertThat(it).contains("\"stuck\"").contains("stuck_count"))
                .hasSize(3);
    }

    @Test
    void setsAsideWhatIsMadeOfSomethingSetAside() {
        EffectiveCatalog effective = EffectiveCatalog.of(
                PRODUCT, part(Sample.read(Sample.share("inner", "gone")), Sample.read(Sample.share("outer", "inner"))));
        assertThat(find(effective, "inner").active()).isFalse();
        assertThat(find(effective, "outer").active()).isFalse();
    }

    @Test
    void keepsTheTenantsMetricWhereALaterProductTakesItsName() {
        MetricDefinition own = Sample.read(Sample.urgent("closed"));
        EffectiveCatalog effective = EffectiveCatalog.of(PRODUCT, part(own));
        assertThat(effective.catalog().metrics())
                .filteredOn(metric -> metric.name().equals("closed"))
                .containsExactly(own);
        assertThat(find(effective, "throughput_ratio").active()).isFalse();
        assertThat(find(effective, "velocity").active()).isTrue();
    }

    @Test
    void servesTheProductAlsoWhereItHoldsMetricsOfLaterVersions() {
        List<MetricDefinition> more = Stream.concat(
                        PRODUCT.metrics().stream(), Stream.of(Sample.read(Sample.urgent("later"))))
                .toList();
        Catalog later = CatalogVersion.stamp(PRODUCT.entities(), PRODUCT.dimensions(), more);
        TenantPart part = part(Sample.read(Sample.urgent("urgent")));
        assertThat(EffectiveCatalog.of(later, part).catalog().version()).isNotEqualTo(version(part));
    }

    private static TenantPart part(MetricDefinition... metrics) {
        return new TenantPart(1, Overlay.EMPTY, List.of(metrics));
    }

    private static String version(TenantPart part) {
        return EffectiveCatalog.of(PRODUCT, part).catalog().version();
    }

    private static MetricDefinition find(EffectiveCatalog effective, String name) {
        return effective.catalog().metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
