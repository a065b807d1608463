package io.plumbline.spec.read;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.AsOf;
import io.plumbline.spec.Chart;
import io.plumbline.spec.Comparison;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Filter;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Measure;
import io.plumbline.spec.Operator;
import io.plumbline.spec.Rollup;
import io.plumbline.spec.Show;
import io.plumbline.spec.Sort;
import io.plumbline.spec.SpecLimits;
import io.plumbline.spec.TimeRange;
import io.plumbline.spec.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

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
                        filters(),
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
                        params,
                        window().injectNull(0.7),
                        per().injectNull(0.7),
                        show().injectNull(0.7),
                        Arbitraries.of(true, false).injectNull(0.7))
                .as((name, agg, column, parameters, window, per, show, n) -> new Measure(
                        name,
                        agg,
                        column,
                        parameters,
                        window,
                        window == null ? per : null,
                        show,
                        n,
                        n == null ? null : 5))
                .list()
                .ofMinSize(1)
                .ofMaxSize(SpecLimits.MEASURES)
                .uniqueElements(Measure::column);
    }

    private static Arbitrary<Window> window() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(2, SpecLimits.WINDOW_PERIODS).map(Window.Rolling::new),
                Arbitraries.of(Granularity.MONTH, Granularity.YEAR).map(Window.ToDate::new),
                Arbitraries.just(new Window.Cumulative()));
    }

    private static Arbitrary<Rollup> per() {
        return Combinators.combine(
                        dimensions().filter(dimensions -> !dimensions.isEmpty()),
                        Arbitraries.of(Aggregation.AVG, Aggregation.MEDIAN, Aggregation.STDDEV)
                                .injectNull(0.3))
                .as(Rollup::new);
    }

    private static Arbitrary<Show> show() {
        Arbitrary<List<String>> within =
                Arbitraries.of(FIELDS).list().ofMaxSize(2).uniqueElements();
        return Arbitraries.oneOf(
                within.map(fields -> new Show(Show.Type.PERCENT_OF_TOTAL, fields, null)),
                Combinators.combine(within, Arbitraries.of(Sort.Direction.class).injectNull(0.4))
                        .as((fields, dir) -> new Show(Show.Type.RANK, fields, dir)));
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

    /** Trees that together have no more tests than allowed. */
    private static Arbitrary<List<Filter>> filters() {
        return filter(2)
                .list()
                .ofMaxSize(SpecLimits.FILTERS / 4)
                .filter(filters -> filters.stream().flatMap(Filter::tests).count() <= SpecLimits.FILTERS);
    }

    private static Arbitrary<Filter> filter(int depth) {
        if (depth == 0) {
            return tests();
        }
        Arbitrary<List<Filter>> parts = filter(depth - 1).list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.frequencyOf(
                Tuple.of(5, tests()),
                Tuple.of(1, parts.map(Filter.All::new)),
                Tuple.of(1, parts.map(Filter.Any::new)),
                Tuple.of(1, filter(depth - 1).map(Filter.Not::new)));
    }

    private static Arbitrary<Filter> tests() {
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
                        Arbitraries.of(Comparison.class).injectNull(0.5),
                        Arbitraries.integers()
                                .between(1, SpecLimits.PREVIOUS_SPRINTS)
                                .injectNull(0.5),
                        asOf().injectNull(0.7))
                .as((first, days, granularity, zone, compare, sprints, asOf) -> {
                    LocalDate to = days == null ? null : (first == null ? LocalDate.EPOCH : first).plusDays(days);
                    boolean overSprints = compare == Comparison.PREVIOUS_SPRINTS;
                    boolean comparable = overSprints || (first != null && to != null);
                    return new TimeRange(
                            first,
                            to,
                            granularity,
                            zone,
                            comparable ? compare : null,
                            overSprints ? sprints : null,
                            asOf);
                });
    }

    private static Arbitrary<AsOf> asOf() {
        return Arbitraries.of("2026-04-01", "2026-04-01T00:00:00Z", "2025-12-31T23:59:59.5Z")
                .map(AsOf::parse);
    }
}
