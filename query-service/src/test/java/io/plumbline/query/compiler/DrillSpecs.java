package io.plumbline.query.compiler;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Filter;
import io.plumbline.spec.Measure;
import io.plumbline.spec.TimeRange;
import io.plumbline.spec.Window;
import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.Optional;

/** Specs whose cells are made up by what is behind them. */
final class DrillSpecs {
    private DrillSpecs() {}

    /** Without comparison, whose rows may be of the earlier range alone. */
    static AnalyticsSpec alone(AnalyticsSpec spec) {
        TimeRange time = spec.time();
        boolean compared = time != null && time.compare() != null;
        boolean named = spec.dimensions().stream().anyMatch(dimension -> isTime(dimension.field()));
        boolean periods = named
                ? spec.dimensions().stream()
                        .anyMatch(dimension -> dimension.field().equals(Dimension.METRIC_TIME))
                : time != null && time.granularity() != null;
        return new AnalyticsSpec(
                spec.datasource(),
                spec.measures().stream()
                        .map(DrillSpecs::itself)
                        .map(measure -> periods ? windowed(measure, spec.hashCode()) : measure)
                        .toList(),
                spec.dimensions(),
                spec.filters().stream().filter(DrillSpecs::lets).toList(),
                compared
                        ? new TimeRange(
                                time.from(), time.to(), time.granularity(), time.timezone(), null, null, time.asOf())
                        : time,
                spec.sort(),
                spec.limit(),
                spec.chart());
    }

    // Filters on made-up names let nothing through, and of nothing every sum is right.
    private static boolean lets(Filter filter) {
        return !filter.toString().contains(SpecGenerator.MARK);
    }

    /** The number itself: neither a share nor a rank, nor left out for few values. */
    private static Measure itself(Measure measure) {
        return new Measure(
                measure.name(), measure.agg(), measure.as(), measure.params(), null, measure.per(), null, null, null);
    }

    private static boolean isTime(String dimension) {
        return Compiling.CATALOG.dimensions().stream()
                .anyMatch(any -> any.name().equals(dimension) && any.type() == ColumnType.TIME);
    }

    /** Every other measure gets a window, where it takes one. */
    private static Measure windowed(Measure measure, int chance) {
        Computation computation = metric(measure).computation();
        Aggregation aggregation = Optional.ofNullable(measure.agg()).orElse(computation.aggregation());
        boolean takes = switch (computation) {
            case Computation.Snapshot snapshot -> snapshot.sqlTemplate() == null && aggregation != Aggregation.LAST;
            case Computation.Derived _ -> false;
            case Computation.Simple _, Computation.PerSprint _, Computation.Ratio _, Computation.Composite _ -> true;
        };
        if (measure.per() != null || !takes || chance % 2 == 0) {
            return measure;
        }
        Window window = chance % 3 == 0 ? new Window.Cumulative() : new Window.Rolling(3);
        return new Measure(
                measure.name(), measure.agg(), measure.as(), measure.params(), window, null, null, null, null);
    }

    static MetricDefinition metric(Measure measure) {
        return Compiling.CATALOG.metrics().stream()
                .filter(metric -> (metric.name() + "@" + metric.majorVersion()).equals(measure.name()))
                .findFirst()
                .orElseThrow();
    }
}
