package io.plumbline.query.compiler;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.query.compiler.index.MetricReference;
import io.plumbline.query.compiler.index.Reach;
import io.plumbline.query.compiler.index.Sums;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.AsOf;
import io.plumbline.spec.Comparison;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Filter;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Measure;
import io.plumbline.spec.Operator;
import io.plumbline.spec.Rollup;
import io.plumbline.spec.Show;
import io.plumbline.spec.TimeRange;
import io.plumbline.spec.Window;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.MetricDefinition;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Makes specs without faults: any metrics, aggregations, dimensions, filters and ranges that fit one another. */
final class SpecGenerator {
    /** Begins every text that the caller makes up: values and names of columns. */
    static final String MARK = "qxzmark";

    private final Catalog catalog;
    private final Random random;
    private final CatalogIndex index;
    private final Reach reach;

    private SpecGenerator(Catalog catalog, Random random) {
        this.catalog = catalog;
        this.random = random;
        this.index = new CatalogIndex(catalog);
        this.reach = new Reach(index);
    }

    static Arbitrary<AnalyticsSpec> specs(Catalog catalog) {
        return Arbitraries.longs().map(seed -> new SpecGenerator(catalog, new Random(seed)).spec());
    }

    private AnalyticsSpec spec() {
        List<Measure> measures = new ArrayList<>();
        List<DimensionDefinition> takes = catalog.dimensions();
        for (int i = 0; i <= random.nextInt(3); i++) {
            MetricDefinition metric = pick(catalog.metrics());
            takes = takes.stream()
                    .filter(dimension -> reach.reaches(metric, dimension))
                    .toList();
            measures.add(measure(metric, MARK + i));
        }
        List<Dimension> dimensions = dimensions(takes);
        List<Filter> filters = new ArrayList<>(filters(takes));
        if (random.nextInt(3) == 0) {
            filters.add(answerFilter(measures, dimensions));
        }
        TimeRange time = time(dimensions);
        List<DimensionDefinition> finer = finer(takes, dimensions, time);
        List<Measure> shaped = measures.stream()
                .map(measure -> random.nextInt(3) == 0 ? rolledUp(measure, finer) : windowed(measure, dimensions, time))
                .toList();
        return new AnalyticsSpec(
                null, shown(shaped, dimensions, time), dimensions, filters, time, List.of(), null, null);
    }

    private Granularity granularity(DimensionDefinition time) {
        return pick(
                Reach.isMetricTime(time)
                        ? List.of(Granularity.SPRINT, Granularity.DAY, Granularity.WEEK, Granularity.MONTH)
                        : Compiling.PERIODS);
    }

    private static boolean isBySprint(List<Dimension> dimensions) {
        return dimensions.stream().anyMatch(dimension -> dimension.granularity() == Granularity.SPRINT);
    }

    private static boolean isMetricTime(Dimension dimension) {
        return dimension.field().equals(Dimension.METRIC_TIME);
    }

    /** Perhaps with a window; states have one only where they are rolled up over days, which is left to other tests. */
    private Measure windowed(Measure measure, List<Dimension> dimensions, TimeRange time) {
        MetricDefinition metric =
                index.metric(MetricReference.of(measure.name())).orElseThrow();
        boolean states =
                reach.leaves(metric).stream().anyMatch(leaf -> leaf.computation() instanceof Computation.Snapshot);
        boolean beside = time != null && time.compare() == Comparison.PREVIOUS_SPRINTS;
        Window window = pick(Arrays.asList(null, new Window.Rolling(3), beside ? null : new Window.Cumulative()));
        return states || dimensions.stream().noneMatch(SpecGenerator::isMetricTime)
                ? measure
                : new Measure(
                        measure.name(),
                        measure.agg(),
                        measure.as(),
                        measure.params(),
                        window,
                        measure.per(),
                        measure.show(),
                        measure.n(),
                        measure.minN());
    }

    private Measure measure(MetricDefinition metric, String column) {
        return new Measure(
                metric.name() + "@" + metric.majorVersion(),
                random.nextBoolean() ? pick(metric.computation().aggregations()) : null,
                column,
                null,
                null,
                null,
                null,
                random.nextInt(3) == 0 ? true : null,
                random.nextInt(3) == 0 ? 1 + random.nextInt(9) : null);
    }

    /** Some of them ranked, or as a share of all where there is a total. */
    private List<Measure> shown(List<Measure> measures, List<Dimension> dimensions, TimeRange time) {
        if (time != null && time.compare() != null) {
            return measures;
        }
        return measures.stream()
                .map(measure -> random.nextInt(3) > 0 ? measure : shown(measure, dimensions))
                .toList();
    }

    private Measure shown(Measure measure, List<Dimension> dimensions) {
        MetricDefinition metric =
                index.metric(MetricReference.of(measure.name())).orElseThrow();
        boolean share = random.nextBoolean()
                && measure.window() == null
                && measure.per() == null
                && new Sums(index).shareObjection(metric, measure.agg(), true).isEmpty();
        // Sprints of different boards overlap, so that most measures have no total over several.
        List<String> within = share && isBySprint(dimensions) ? List.of(Dimension.METRIC_TIME) : List.of();
        return new Measure(
                measure.name(),
                measure.agg(),
                measure.as(),
                measure.params(),
                measure.window(),
                measure.per(),
                new Show(share ? Show.Type.PERCENT_OF_TOTAL : Show.Type.RANK, within, null),
                measure.n(),
                measure.minN());
    }

    /** What the answer does not have; periods only where it has none, for not all nest. */
    private static List<DimensionDefinition> finer(
            List<DimensionDefinition> takes, List<Dimension> dimensions, TimeRange time) {
        boolean byTime = time != null && time.granularity() != null;
        return takes.stream()
                .filter(dimension -> !byTime || !Reach.isMetricTime(dimension))
                .filter(dimension ->
                        dimensions.stream().noneMatch(other -> other.field().equals(dimension.name())))
                .toList();
    }

    /** In two stages. */
    private Measure rolledUp(Measure measure, List<DimensionDefinition> finer) {
        List<Dimension> over = finer.stream()
                .map(dimension -> new Dimension(
                        dimension.name(), dimension.type() == ColumnType.TIME ? granularity(dimension) : null))
                .toList();
        return over.isEmpty()
                ? measure
                : new Measure(
                        measure.name(),
                        measure.agg(),
                        measure.as(),
                        measure.params(),
                        null,
                        new Rollup(List.of(pick(over)), pick(Arrays.asList(null, Aggregation.P90, Aggregation.MIN))),
                        measure.show(),
                        measure.n(),
                        measure.minN());
    }

    private List<Dimension> dimensions(List<DimensionDefinition> takes) {
        List<Dimension> dimensions = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            DimensionDefinition dimension = pick(takes);
            if (dimensions.stream().noneMatch(other -> other.field().equals(dimension.name()))) {
                boolean time = dimension.type() == ColumnType.TIME && random.nextBoolean();
                dimensions.add(new Dimension(dimension.name(), time ? granularity(dimension) : null));
            }
        }
        return dimensions;
    }

    private List<Filter> filters(List<DimensionDefinition> takes) {
        List<Filter> filters = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            DimensionDefinition dimension = pick(takes);
            if (!dimension.sources().isEmpty()) {
                filters.add(filter(dimension));
            }
        }
        return random.nextInt(3) == 0 ? joined(filters) : filters;
    }

    private List<Filter> joined(List<Filter> filters) {
        if (filters.isEmpty()) {
            return filters;
        }
        return switch (random.nextInt(3)) {
            case 0 -> List.of(new Filter.Any(filters));
            case 1 -> List.of(new Filter.Not(new Filter.All(filters)));
            default -> List.of(new Filter.Any(List.of(new Filter.Not(filters.getFirst()), new Filter.All(filters))));
        };
    }

    private Filter answerFilter(List<Measure> measures, List<Dimension> dimensions) {
        Filter number = new Filter.Test(
                pick(measures).column(),
                pick(List.of(Operator.EQ, Operator.NE, Operator.LT, Operator.GE)),
                pick(List.of(0, 3, 2.5)));
        List<Filter> either = new ArrayList<>(List.of(number));
        dimensions.stream()
                .filter(dimension -> !dimension.field().equals(Dimension.METRIC_TIME))
                .forEach(dimension -> either.add(new Filter.Test(dimension.field(), Operator.IS_NULL, null)));
        return random.nextBoolean() ? new Filter.Any(either) : new Filter.Not(new Filter.All(either));
    }

    private Filter filter(DimensionDefinition dimension) {
        return switch (dimension.type()) {
            case TEXT, TEXT_LIST -> text(dimension);
            case BOOLEAN ->
                new Filter.Test(dimension.name(), pick(List.of(Operator.EQ, Operator.NE)), random.nextBoolean());
            case TIME ->
                new Filter.Test(
                        dimension.name(),
                        pick(List.of(Operator.EQ, Operator.NE, Operator.LT, Operator.LE, Operator.GT, Operator.GE)),
                        pick(List.of("2026-03-01", "2026-03-29T01:30:00+01:00")));
            case NUMBER -> new Filter.Test(dimension.name(), Operator.IS_NULL, null);
        };
    }

    private Filter text(DimensionDefinition dimension) {
        Operator operator = pick(List.of(
                Operator.EQ,
                Operator.NE,
                Operator.IN,
                Operator.NOT_IN,
                Operator.LIKE,
                Operator.CONTAINS,
                Operator.STARTS_WITH,
                Operator.IS_NULL,
                Operator.IS_NOT_NULL));
        String word = dimension.values().isEmpty() ? MARK + "'\"; drop -- $1 %" : pick(dimension.values());
        return switch (operator) {
            case IS_NULL, IS_NOT_NULL -> new Filter.Test(dimension.name(), operator, null);
            case IN, NOT_IN ->
                new Filter.Test(
                        dimension.name(),
                        operator,
                        dimension.values().isEmpty() ? List.of(word, MARK + "2") : List.of(word));
            default -> new Filter.Test(dimension.name(), operator, word);
        };
    }

    /** Sprints are compared with sprints, if with anything. */
    private TimeRange time(List<Dimension> dimensions) {
        TimeRange time = time();
        boolean bySprint = isBySprint(dimensions);
        return time == null || !bySprint
                ? time
                : new TimeRange(
                        time.from(),
                        time.to(),
                        time.granularity(),
                        time.timezone(),
                        random.nextBoolean() ? Comparison.PREVIOUS_SPRINTS : null,
                        null,
                        time.asOf());
    }

    private TimeRange time() {
        TimeRange time = range();
        return time == null || random.nextInt(3) > 0 ? time : asOf(time);
    }

    private TimeRange asOf(TimeRange time) {
        AsOf asOf = AsOf.parse(pick(List.of("2026-03-05", "2026-04-17T10:11:12.345Z", "2025-01-01")));
        return new TimeRange(
                time.from(), time.to(), time.granularity(), time.timezone(), time.compare(), time.sprints(), asOf);
    }

    private TimeRange range() {
        LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(120));
        LocalDate to = from.plusDays(1 + random.nextInt(200));
        ZoneId zone = ZoneId.of(pick(List.of("UTC", "Europe/Prague", "America/New_York", "Asia/Kathmandu")));
        Granularity granularity = random.nextInt(3) == 0 ? pick(Compiling.PERIODS) : null;
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> new TimeRange(from, null, granularity, zone, null);
            case 2 -> new TimeRange(null, to, granularity, zone, null);
            case 3 ->
                new TimeRange(
                        from,
                        to,
                        granularity,
                        zone,
                        pick(List.of(Comparison.PREVIOUS_PERIOD, Comparison.PREVIOUS_YEAR)));
            default -> new TimeRange(from, to, granularity, zone, null);
        };
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
