package io.plumbline.query.compiler.index;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.catalog.Additivity;
import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.Optional;

/**
 * Which numbers of a measure may be added up, and over what. Where they may not, the answer is the sentence that says why,
 * for the caller of the spec.
 */
public final class Sums {
    private final CatalogIndex catalog;
    private final Reach reach;

    public Sums(CatalogIndex catalog) {
        this.catalog = catalog;
        this.reach = new Reach(catalog);
    }

    /**
     * What the numbers of a measure are.
     *
     * @param asked the measure's aggregation; null means the metric's own
     */
    public Additivity additivity(MetricDefinition metric, Aggregation asked) {
        Computation computation = metric.computation();
        if (asked == null || asked == computation.aggregation()) {
            return metric.additivity();
        }
        boolean sumOfAmounts = asked == Aggregation.SUM
                && computation instanceof Computation.PerSprint sprint
                && Amounts.isAmount(catalog.template(sprint.sqlTemplate()));
        return sumOfAmounts ? Additivity.ADDITIVE : Additivity.NON_ADDITIVE;
    }

    /**
     * Why the measure's numbers may not be summed over a dimension; empty where they may.
     *
     * @param asked the measure's aggregation; null means the metric's own
     * @param granularity the period of a time dimension; null for others
     */
    public Optional<String> objection(
            MetricDefinition metric, Aggregation asked, DimensionDefinition over, Granularity granularity) {
        return switch (additivity(metric, asked)) {
            case NON_ADDITIVE -> Optional.of(meaningless(metric, asked));
            case SEMI_ADDITIVE -> Reach.isMetricTime(over) ? Optional.of(recurs(metric)) : overlap(metric, over, null);
            case ADDITIVE -> overlap(metric, over, granularity);
        };
    }

    /**
     * Why the measure's number may not be shown as a part of the same measure over more rows; empty where it may. The total
     * is counted anew, so that distinct counts have one too.
     *
     * @param acrossTime whether the total takes several periods of {@code metric_time} together
     */
    public Optional<String> shareObjection(MetricDefinition metric, Aggregation asked, boolean acrossTime) {
        if (countsDistinct(metric, asked)) {
            return Optional.empty();
        }
        return switch (additivity(metric, asked)) {
            case NON_ADDITIVE -> Optional.of(meaningless(metric, asked));
            case SEMI_ADDITIVE -> acrossTime ? Optional.of(recurs(metric)) : Optional.empty();
            case ADDITIVE -> Optional.empty();
        };
    }

    /**
     * Why numbers of the metric may not be taken together over several sprints; empty where they may. A sprint's own values
     * may: a sprint has them once.
     */
    public Optional<String> sprintsObjection(MetricDefinition metric) {
        boolean sprintsOwn =
                reach.leaves(metric).stream().map(MetricDefinition::computation).allMatch(Reach::perSprint);
        return sprintsOwn
                ? Optional.empty()
                : Optional.of("Numbers of `%s` can't be added up over sprints: sprints of different boards overlap."
                        .formatted(metric.name()));
    }

    private static String meaningless(MetricDefinition metric, Aggregation asked) {
        return "Numbers of `%s` can't be added up: %s.".formatted(metric.name(), reason(metric, asked));
    }

    private static String reason(MetricDefinition metric, Aggregation asked) {
        if (countsDistinct(metric, asked)) {
            return "each is a count of different things, and the same thing can count in several of them";
        }
        return switch (metric.computation()) {
            case Computation.Ratio _ -> "each is a ratio";
            case Computation.Composite _ -> "each is a score";
            case Computation.Derived _ -> "each is made of several numbers";
            case Computation.PerSprint _ when asked == Aggregation.SUM -> "its value for a sprint is no amount";
            case Computation.PerSprint it -> rolledUp(asked == null ? it.aggregation() : asked);
            case Computation.Simple it -> rolledUp(asked == null ? it.aggregation() : asked);
            case Computation.Snapshot it -> rolledUp(asked == null ? it.aggregation() : asked);
        };
    }

    private static String rolledUp(Aggregation aggregation) {
        return "they are rolled up by `" + aggregation.wireName() + "`";
    }

    private static String recurs(MetricDefinition metric) {
        return "Numbers of `%s` of several periods can't be added up: the same issue can count in each of them."
                .formatted(metric.name());
    }

    /** Groups that share rows: lists of values, and sprints of different boards for whatever is not a sprint's own. */
    private Optional<String> overlap(MetricDefinition metric, DimensionDefinition over, Granularity granularity) {
        if (over.type() == ColumnType.TEXT_LIST) {
            return Optional.of("Numbers of `%s` can't be added up over `%s`: an issue counts under each of its values."
                    .formatted(metric.name(), over.name()));
        }
        return granularity == Granularity.SPRINT ? sprintsObjection(metric) : Optional.empty();
    }

    private static boolean countsDistinct(MetricDefinition metric, Aggregation asked) {
        Computation computation = metric.computation();
        return computation instanceof Computation.Simple
                && (asked == null ? computation.aggregation() : asked) == Aggregation.COUNT_DISTINCT;
    }
}
