package io.plumbline.query.compiler.resolve;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.query.compiler.index.MetricReference;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Comparison;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Measure;
import io.plumbline.spec.Rollup;
import io.plumbline.spec.Show;
import io.plumbline.spec.Sort;
import io.plumbline.spec.SpecLimits;
import io.plumbline.spec.TimeRange;
import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.MetricDefinition;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Binds a spec that the validator found no fault in; a name that is unknown here is a mistake of ours. */
public final class Resolver {
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final CatalogIndex catalog;
    private final Instant now;

    public Resolver(CatalogIndex catalog, Instant now) {
        this.catalog = catalog;
        this.now = now;
    }

    /** The same question, bound. */
    public ResolvedSpec resolve(AnalyticsSpec spec) {
        ResolvedTime time = time(spec.time());
        List<ResolvedDimension> dimensions = dimensions(spec);
        List<ResolvedMeasure> measures = spec.measures().stream()
                .map(measure -> measure(measure, dimensions))
                .toList();
        Filters filters = new Filters(catalog, spec.filters(), time.zone(), dimensions, measures);
        return new ResolvedSpec(
                catalog,
                measures,
                dimensions,
                filters.ofRows(),
                filters.ofAnswer(),
                time,
                new Sorts(measures, dimensions).of(spec.sort()),
                spec.limit() == null ? SpecLimits.INTERACTIVE_ROWS : spec.limit());
    }

    private ResolvedMeasure measure(Measure measure, List<ResolvedDimension> dimensions) {
        var metric = catalog.metric(MetricReference.of(measure.name())).orElseThrow();
        return new ResolvedMeasure(
                measure.column(),
                metric,
                value(measure, metric),
                Optional.ofNullable(measure.window()),
                Optional.ofNullable(measure.show()).map(show -> show(show, dimensions)),
                Boolean.TRUE.equals(measure.n()),
                measure.minN() == null ? OptionalInt.empty() : OptionalInt.of(measure.minN()));
    }

    private Value value(Measure measure, MetricDefinition metric) {
        Value value = new Values(catalog).of(measure, metric);
        Rollup per = measure.per();
        return per == null
                ? value
                : new Value.Grouped(
                        value,
                        per.dimensions().stream()
                                .map(dimension -> dimension(dimension, null))
                                .toList(),
                        per.agg() == null ? Aggregation.AVG : per.agg());
    }

    private static ResolvedShow show(Show show, List<ResolvedDimension> dimensions) {
        List<ResolvedDimension> within = dimensions.stream()
                .filter(dimension -> show.within().contains(dimension.name()))
                .toList();
        return switch (show.type()) {
            case PERCENT_OF_TOTAL -> new ResolvedShow.Share(within);
            case RANK -> new ResolvedShow.Rank(within, show.dir() != Sort.Direction.ASC);
        };
    }

    private List<ResolvedDimension> dimensions(AnalyticsSpec spec) {
        Granularity asked = spec.time() == null ? null : spec.time().granularity();
        List<ResolvedDimension> dimensions = new ArrayList<>();
        spec.dimensions().forEach(dimension -> dimensions.add(dimension(dimension, asked)));
        if (asked != null && dimensions.stream().noneMatch(ResolvedDimension::isTime)) {
            dimensions.add(dimension(Dimension.of(Dimension.METRIC_TIME), asked));
        }
        return dimensions;
    }

    private ResolvedDimension dimension(Dimension dimension, Granularity asked) {
        DimensionDefinition definition = catalog.dimension(dimension.field()).orElseThrow();
        if (definition.type() != ColumnType.TIME) {
            return new ResolvedDimension(definition, null);
        }
        Granularity implied =
                asked != null && dimension.field().equals(Dimension.METRIC_TIME) ? asked : Granularity.DAY;
        return new ResolvedDimension(
                definition, Optional.ofNullable(dimension.granularity()).orElse(implied));
    }

    private ResolvedTime time(TimeRange time) {
        if (time == null) {
            return new ResolvedTime(UTC, now, new Period(null, null, UTC), Optional.empty(), 0, Optional.empty());
        }
        ZoneId zone = time.timezone() == null ? UTC : time.timezone();
        Period range = new Period(time.from(), time.to(), zone);
        Optional<Instant> asOf = Optional.ofNullable(time.asOf()).map(it -> it.at(zone));
        Optional<Comparison> compare = Optional.ofNullable(time.compare());
        return new ResolvedTime(
                zone,
                asOf.orElse(now),
                range,
                compare.filter(comparison -> comparison != Comparison.PREVIOUS_SPRINTS)
                        .map(comparison -> PreviousPeriod.of(range, comparison)),
                compare.filter(comparison -> comparison == Comparison.PREVIOUS_SPRINTS)
                        .map(_ -> time.sprints() == null ? 1 : time.sprints())
                        .orElse(0),
                asOf);
    }
}
