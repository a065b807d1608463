package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.query.compiler.resolve.Value.States;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.catalog.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The average or maximum of a snapshot over the day ends of a period. Days on which a group has no issue count as 0, so the
 * average is the sum over the number of days, not over the days that have rows.
 */
final class DailyStates {
    private static final String DAYS = "days";

    private final PlanContext context;
    private final List<Cell> cells;

    DailyStates(PlanContext context, List<Cell> cells) {
        this.context = context;
        this.cells = cells;
    }

    Contribution plan() {
        Entity state = context.catalog().entity(Names.ISSUE_STATE);
        String days = new Periods(context).days(state, Names.FROM_AT);
        String counted = context.steps()
                .add(context.name("day_counts"), "the number of day ends in each period", countDays(days));
        String daily = context.steps().add(context.name("states_by_day"), "issues' states at day ends", daily(days));
        return new Contribution(
                context.steps()
                        .add(
                                context.name("states_rolled_up"),
                                "the day ends' counts rolled up by the dimensions",
                                rollUp(counted, daily)),
                cells);
    }

    private Relation daily(String days) {
        StateRows states = StateRows.at(context, Terms.column(days, Periods.AT), days);
        List<Relation.Named> keys =
                new ArrayList<>(context.keys(states.rows(), dimension -> Terms.column(days, dimension.name())));
        keys.add(new Relation.Named(Periods.AT, Terms.column(days, Periods.AT)));
        return states.values(keys, cells);
    }

    private Relation countDays(String days) {
        List<Relation.Named> outputs = new ArrayList<>();
        metricTime().ifPresent(name -> outputs.add(new Relation.Named(name, Terms.column(days, name))));
        int keys = outputs.size();
        outputs.add(new Relation.Named(DAYS, Terms.countOfRows(null)));
        return new Relation.Select(outputs, Source.Ref.to(days), List.of(), List.of(), keys);
    }

    /** Where nothing else groups, each period has a row, also one without any state. */
    private Relation rollUp(String counted, String daily) {
        List<Relation.Named> outputs = new ArrayList<>();
        for (String name : context.keyNames()) {
            boolean period = metricTime().filter(name::equals).isPresent();
            outputs.add(new Relation.Named(name, Terms.column(period ? counted : daily, name)));
        }
        int keys = outputs.size();
        for (Cell cell : cells) {
            outputs.add(new Relation.Named(cell.column(), value(cell, counted, daily)));
        }
        List<Expr> on = metricTime()
                .map(name -> Terms.eq(Terms.column(daily, name), Terms.column(counted, name)))
                .map(List::of)
                .orElse(List.of(Expr.Constant.TRUE));
        Join.Kind kind = context.groupNames().isEmpty() ? Join.Kind.LEFT : Join.Kind.INNER;
        return new Relation.Select(
                outputs, Source.Ref.to(counted), List.of(new Join(kind, Source.Ref.to(daily), on)), List.of(), keys);
    }

    private static Expr value(Cell cell, String counted, String daily) {
        Expr count = Terms.column(daily, cell.column());
        if (((States) cell.leaf()).aggregation() == Aggregation.MAX) {
            return Terms.aggregate(Expr.Aggregate.Kind.MAX, count);
        }
        Expr sum = Terms.orElse(Terms.aggregate(Expr.Aggregate.Kind.SUM, count), Terms.number(0));
        return Terms.over(sum, Terms.aggregate(Expr.Aggregate.Kind.MAX, Terms.column(counted, DAYS)));
    }

    private Optional<String> metricTime() {
        return context.spec().metricTime().map(ResolvedDimension::name);
    }
}
