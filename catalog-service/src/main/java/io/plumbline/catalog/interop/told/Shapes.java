package io.plumbline.catalog.interop.told;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.Computation.Derived.Input;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.expression.CalendarUse;
import io.plumbline.spec.expression.Expression;
import io.plumbline.spec.expression.ExpressionException;
import io.plumbline.spec.expression.ExpressionParser;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the shape of each metric of a catalog. Parameters stand with their defaults: no other layer has them. */
public final class Shapes {
    private static final Shape UNTOLD = new Shape.Untold();
    private static final String SPRINT_ROWS = "sprint_issue";
    private static final String SPRINT_END = "ended_at";

    private final Map<String, Entity> entities;
    private final Map<String, MetricDefinition> newest;

    private final Set<Aggregation> known;

    /** @param known the aggregations that the other layer has */
    public Shapes(Catalog catalog, Set<Aggregation> known) {
        this.known = known;
        this.entities = catalog.entities().stream().collect(Collectors.toMap(Entity::name, Function.identity()));
        this.newest = catalog.metrics().stream()
                .filter(MetricDefinition::active)
                .collect(Collectors.toMap(
                        MetricDefinition::name,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparing(MetricDefinition::majorVersion))));
    }

    public Shape of(MetricDefinition metric) {
        try {
            // A working calendar is nothing that other tools know.
            return metric.active() && !CalendarUse.in(metric.computation()) ? shape(metric) : UNTOLD;
        } catch (ExpressionException e) {
            return UNTOLD;
        }
    }

    private Shape shape(MetricDefinition metric) {
        return switch (metric.computation()) {
            case Computation.Simple simple -> simple(simple, metric);
            case Computation.PerSprint perSprint ->
                perSprint.aggregation() == Aggregation.SUM
                        ? SprintSum.of(ExpressionParser.parse(perSprint.sqlTemplate()))
                                .map(sum -> sprintSum(sum, metric))
                                .orElse(UNTOLD)
                        : UNTOLD;
            case Computation.Ratio ratio ->
                isTold(ratio.numerator()) && isTold(ratio.denominator())
                        ? new Shape.Quotient(ratio.numerator(), ratio.denominator())
                        : UNTOLD;
            case Computation.Derived derived -> formula(derived, metric);
            case Computation.Snapshot _, Computation.Composite _ -> UNTOLD;
        };
    }

    private Shape simple(Computation.Simple simple, MetricDefinition metric) {
        Entity entity = entities.get(simple.entity());
        Entity.TimeColumn time = entity == null ? null : entity.times().get(simple.eventTime());
        // What lasts is cut to the period that is asked about, which only our compiler does.
        if (time == null || time.to() != null || !known.contains(simple.aggregation())) {
            return UNTOLD;
        }
        return new Shape.Aggregate(
                simple.entity(),
                time.from(),
                simple.aggregation(),
                parse(simple.sqlTemplate(), metric),
                simple.where() == null ? null : parse(simple.where(), metric));
    }

    private static Shape sprintSum(SprintSum sum, MetricDefinition metric) {
        return new Shape.Aggregate(
                SPRINT_ROWS,
                SPRINT_END,
                Aggregation.SUM,
                Rewriting.withDefaults(sum.value(), metric),
                sum.where() == null ? null : Rewriting.withDefaults(sum.where(), metric));
    }

    private Shape formula(Computation.Derived derived, MetricDefinition metric) {
        boolean told = derived.inputs().stream().allMatch(input -> isTold(input.metric()) && isOwn(input));
        return told ? new Shape.Formula(parse(derived.sqlTemplate(), metric), derived.inputs()) : UNTOLD;
    }

    private boolean isOwn(Input input) {
        return input.agg() == null || newest.get(input.metric()).computation().aggregation() == input.agg();
    }

    private boolean isTold(String name) {
        return Optional.ofNullable(newest.get(name))
                .filter(metric -> !(of(metric) instanceof Shape.Untold))
                .isPresent();
    }

    /** The newest version of a metric that can be queried. */
    public Optional<MetricDefinition> newest(String name) {
        return Optional.ofNullable(newest.get(name));
    }

    private static Expression parse(String template, MetricDefinition metric) {
        return Rewriting.withDefaults(ExpressionParser.parse(template), metric);
    }
}
