package io.plumbline.spec.read;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Chart;
import io.plumbline.spec.Comparison;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Filter;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Measure;
import io.plumbline.spec.Operator;
import io.plumbline.spec.Sort;
import io.plumbline.spec.SpecLimits;
import io.plumbline.spec.TimeRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Valid specs of every form that the language has. */
public final class ArbitrarySpecs {
    private static final List<String> METRICS = List.of(
            "velocity",
            "velocity@1",
            "created",
            "closed",
            "lead_time_p90",
            "wip",
            "stuck_count",
            "planned_sp",
            "bug_count",
            "sprint_problematic_score@2");
    private static final List<String> FIELDS = List.of(
            "project_key", "assignee", "issue_type", "label", "metric_time", "created_at", "sprint_name", "board");
    private static final List<String> ZONES =
            List.of("UTC", "Etc/UTC", "Europe/Prague", "America/New_York", "Asia/Kolkata");

    private ArbitrarySpecs() {}

    public static Arbitrary<AnalyticsSpec> specs() {
        return Combinators.combine(
                        measures(),
                        dimensions(),
                        filters().list().ofMaxSize(SpecLimits.FILTERS),
                        times().injectNull(0.3),
                        Arbitraries.integers().between(1, SpecLimits.JOB_ROWS).injectNull(0.3),
                        Arbitraries.randoms(),
                        Arbitraries.of("warehouse").injectNull(0.5))
                .as((measures, dimensions, filters, time, limit, random, datasource) -> {
                    List<String> columns = columns(measures, dimensions);
                    java.util.Collections.shuffle(columns, random);
                    List<Sort> sort = columns.stream()
                            .limit(random.nextInt(3))
                            .map(name -> new Sort(name, random.nextBoolean() ? null : Sort.Direction.DESC))
                            .toList();
                    Chart chart = random.nextBoolean() ? null : new Chart("line", columns.getFirst(), null, null);
                    return new AnalyticsSpec(datasource, measures, dimensions, filters, time, sort, limit, chart);
                });
    }

    private static List<String> columns(List<Measure> measures, List<Dimension> dimensions) {
        List<String> columns =
                new ArrayList<>(measures.stream().map(Measure::column).toList());
        dimensions.forEach(dimension -> columns.add(dimension.field()));
        return columns;
    }

    private static Arbitrary<List<Measure>> measures() {
        Arbitrary<Map<String, Object>> params = Arbitraries.maps(
                        Arbitraries.of("days", "window"), Arbitraries.integers().map(Object.class::cast))
                .ofMaxSize(2);
        Arbitrary<String> as =
                Arbitraries.of("a", "b_1", "total", "x__y", "velocity_now").injectNull(0.5);
        return Combinators.combine(
                        Arbitraries.of(METRICS),
                        Arbitraries.of(Aggregation.class).injectNull(0.5),
                        as,
                        params)
                .as(Measure::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(SpecLimits.MEASURES)
                .uniqueElements(Measure::column);
    }

    private static Arbitrary<List<Dimension>> dimensions() {
        return Combinators.combine(
                        Arbitraries.of(FIELDS),
                        Arbitraries.of(Granularity.class).injectNull(0.5))
                .as(Dimension::new)
                .list()
                .ofMaxSize(SpecLimits.DIMENSIONS)
                .uniqueElements(Dimension::field);
    }

    private static Arbitrary<Filter> filters() {
        return Arbitraries.of(Operator.class)
                .flatMap(op -> Combinators.combine(Arbitraries.of(FIELDS), values(op))
                        .as((field, value) -> new Filter.Test(field, op, value)));
    }

    private static Arbitrary<?> values(Operator op) {
        return switch (op) {
            case EQ, NE -> Arbitraries.oneOf(texts(), numbers(), Arbitraries.of(true, false));
            case LT, LE, GT, GE -> Arbitraries.oneOf(texts(), numbers());
            case LIKE, CONTAINS, STARTS_WITH -> texts().filter(text -> !text.equals(""));
            case IN, NOT_IN -> Arbitraries.oneOf(lists(texts()), lists(numbers()), lists(Arbitraries.of(true, false)));
            case BETWEEN -> Arbitraries.integers().between(-1_000, 1_000).map(low -> List.of(low, low + 10));
            case IS_NULL, IS_NOT_NULL -> Arbitraries.just(null);
        };
    }

    private static Arbitrary<Object> lists(Arbitrary<?> items) {
        return items.list().ofMinSize(1).ofMaxSize(6).map(Object.class::cast);
    }

    private static Arbitrary<Object> texts() {
        return Arbitraries.strings()
                .withCharRange('a', 'e')
                .withChars("AŽ'\"\\/;%_-– 日")
                .ofMaxLength(12)
                .map(Object.class::cast);
    }

    private static Arbitrary<Object> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().map(Object.class::cast),
                // A last digit that counts: 1.50 would come back as 1.5.
                Arbitraries.integers().between(-1_000_000, 1_000_000).map(n -> BigDecimal.valueOf(n * 10L + 5, 2)));
    }

    private static Arbitrary<TimeRange> times() {
        Arbitrary<LocalDate> from = Arbitraries.integers().between(0, 20_000).map(LocalDate.of(1990, 1, 1)::plusDays);
        return Combinators.combine(
                        from.injectNull(0.3),
                        Arbitraries.integers().between(1, 3_000).injectNull(0.3),
                        Arbitraries.of(Granularity.class).injectNull(0.5),
                        Arbitraries.of(ZONES).map(ZoneId::of).injectNull(0.4),
                        Arbitraries.of(Comparison.class).injectNull(0.5))
                .as((first, days, granularity, zone, compare) -> {
                    LocalDate to = days == null ? null : (first == null ? LocalDate.EPOCH : first).plusDays(days);
                    boolean bounded = first != null && to != null;
                    return new TimeRange(first, to, granularity, zone, bounded ? compare : null);
                });
    }
}
