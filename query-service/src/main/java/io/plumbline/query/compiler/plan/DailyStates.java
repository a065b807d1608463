package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.Value.States;
import io.plumbline.spec.Aggregation;
import java.util.ArrayList;
import java.util.List;

/**
 * The average or maximum of a snapshot over the day ends of a period. Days on which a group has no issue count as 0, so the
 * average is the sum over the number of days, not over the days that have rows.
 */
final class DailyStates {
    private final PlanContext context;
    private final List<Cell> cells;

    DailyStates(PlanContext context, List<Cell> cells) {
        this.context = context;
        this.cells = cells;
    }

    Contribution plan() {
        EntityRows rows = context.rows(context.catalog().entity(Names.ISSUE_STATE));
        DayEnds days = context.axis().dayEnds(rows, StateForm.STATE);
        String counted =
                context.steps().add(context.name("day_counts"), "the number of day ends in each period", days.counts());
        String daily = context.steps()
                .add(context.name("states_by_day"), "issues' states at day ends", daily(rows, days.readings()));
        return new Contribution(
                context.steps()
                        .add(
                                context.name("states_rolled_up"),
                                "the day ends' counts rolled up by the dimensions",
                                rollUp(days, counted, daily)),
                cells);
    }

    private Relation daily(EntityRows rows, Span readings) {
        StateRows states = StateRows.at(rows, readings);
        rows.filter(context.spec().filters());
        List<Relation.Named> keys = new ArrayList<>(context.keys(readings.bucket(), rows::key));
        keys.add(new Relation.Named(Periods.AT, readings.to()));
        return states.values(keys, cells);
    }

    /** Where nothing else groups, each period has a row, also one without any state. */
    private Relation rollUp(DayEnds days, String counted, String daily) {
        List<Relation.Named> outputs = new ArrayList<>(context.keysOf(daily, Axis.Bucket.of(counted)));
        int keys = outputs.size();
        for (Cell cell : cells) {
            outputs.add(new Relation.Named(cell.column(), value(cell, counted, daily)));
        }
        Join.Kind kind = context.groupNames().isEmpty() ? Join.Kind.LEFT : Join.Kind.INNER;
        return new Relation.Select(
                outputs, Source.Ref.to(counted), days.joins().of(counted, daily, kind), List.of(), keys);
    }

    private static Expr value(Cell cell, String counted, String daily) {
        Expr count = Terms.column(daily, cell.column());
        if (((States) cell.leaf()).aggregation() == Aggregation.MAX) {
            return Terms.aggregate(Expr.Aggregate.Kind.MAX, count);
        }
        Expr sum = Terms.orElse(Terms.aggregate(Expr.Aggregate.Kind.SUM, count), Terms.number(0));
        return Terms.over(sum, Terms.aggregate(Expr.Aggregate.Kind.MAX, Terms.column(counted, DayEnds.DAYS)));
    }
}
