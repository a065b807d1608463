package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Measure;
import io.plumbline.spec.TimeRange;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {
    /** The database reads offsets with the sign of POSIX; the days must be those of Java's. */
    @ParameterizedTest
    @ValueSource(strings = {"+05:30", "-08:00", "GMT+3", "Etc/GMT-14", "UTC", "Z", "Asia/Kathmandu"})
    void cutsDaysWhereJavaCutsThem(String zone) {
        LocalDate day = LocalDate.of(2026, 2, 3);
        ZoneId id = ZoneId.of(zone);
        AnalyticsSpec spec = spec(new TimeRange(null, null, null, id, null));
        List<List<Object>> byDay = run(spec);
        List<List<Object>> byRange = run(new AnalyticsSpec(
                null,
                spec.measures(),
                List.of(),
                List.of(),
                new TimeRange(day, day.plusDays(1), null, id, null),
                null,
                null,
                null));
        Object onTheDay = byDay.stream()
                .filter(row -> row.getFirst().equals(day))
                .findFirst()
                .orElseThrow()
                .get(1);
        assertThat(onTheDay).isEqualTo(byRange.getFirst().getFirst());
    }

    @Test
    void knowsEachZoneThatSpecsMayName() {
        List<Object> known = Warehouse.byHand("SELECT name FROM pg_timezone_names").stream()
                .map(List::getFirst)
                .toList();
        List<String> unknown = ZoneId.getAvailableZoneIds().stream()
                .filter(name -> !(ZoneId.of(name).normalized() instanceof ZoneOffset))
                .filter(name -> !known.contains(name))
                .filter(name -> Compiling.faults(
                                "{'measures': [{'name': 'created'}], 'time': {'timezone': '%s'}}".formatted(name))
                        .isEmpty())
                .sorted()
                .toList();
        assertThat(unknown).isEmpty();
    }

    private static AnalyticsSpec spec(TimeRange time) {
        return new AnalyticsSpec(
                null,
                List.of(Measure.of("created")),
                List.of(new Dimension("metric_time", Granularity.DAY)),
                null,
                time,
                null,
                null,
                null);
    }

    private static List<List<Object>> run(AnalyticsSpec spec) {
        var query = Compiling.query(spec).rows();
        return Warehouse.run(Warehouse.TENANT, query.text(), query.binds());
    }
}
