package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.plan.Expr.Aggregate.Kind;
import io.plumbline.query.compiler.resolve.Value.States;
import io.plumbline.spec.Aggregation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The average or maximum of a snapshot over the day ends of a period. Days on which a group has no issue count as 0, so the
 * average is the sum over the number of days, not over the days that have rows.
 */
final class DailyStates {
    private static final List<String> ISSUE = List.of(Names.INSTANCE_ID, Names.ISSUE_ID);
    /** Keeps the issue's identity apart from dimensions of the same names. */
    private static final String IN_STATE = "state_";

    private final PlanContext context;
    private final List<Cell> cells;

    DailyStates(PlanContext context, List<Cell> cells) {
        this.context = context;
        this.cells = cells;
    }

    List<Contribution> plan() {
        Map<Boolean, List<Cell>> distinct = cells.stream()
                .collect(Collectors.partitioningBy(
                        cell -> ((States) cell.leaf()).aggregation() == Aggregation.COUNT_DISTINCT));
        List<Contribution> contributions = new ArrayList<>();
        if (!distinct.get(false).isEmpty()) {
            contributions.add(counts(distinct.get(false)));
        }
        if (!distinct.get(true).isEmpty()) {
            contributions.add(issues(distinct.get(true)));
        }
        return contributions;
    }

    private Contribution counts(List<Cell> cells) {
        EntityRows rows = context.rows(context.catalog().entity(Names.ISSUE_STATE));
        DayEnds days = context.axis().dayEnds(rows, StateForm.STATE);
        String counted = counted(days);
        String daily = context.steps()
                .add(context.name("states_by_day"), "issues' states at day ends", daily(rows, days.readings(), cells));
        return new Contribution(
                context.steps()
                        .add(
                                context.name("states_rolled_up"),
                                "the day ends' counts rolled up by the dimensions",
                                rollUp(days, counted, daily, cells)),
                cells);
    }

    /** Each issue once, on however many day ends it is in a state that counts. */
    private Contribution issues(List<Cell> cells) {
        EntityRows rows = context.rows(context.catalog().entity(Names.ISSUE_STATE));
        DayEnds days = context.axis().dayEnds(rows, StateForm.STATE);
        String counted = counted(days);
        StateRows issueStates = StateRows.at(rows, days.readings());
        rows.filter(context.spec().filters());
        List<Relation.Named> keys = new ArrayList<>(context.keys(days.readings().bucket(), rows::key));
        ISSUE.forEach(column -> keys.add(new Relation.Named(IN_STATE + column, rows.column(column))));
        String found = context.steps()
                .add(
                        context.name("issues_by_day"),
                        "the issues in these states at day ends",
                        issueStates.values(keys, cells));
        List<Relation.Named> outputs = new ArrayList<>(context.keysOf(found, Axis.Bucket.of(counted)));
        int groups = outputs.size();
        Expr issue = new Expr.Tuple(ISSUE.stream()
                .map(column -> Terms.column(found, IN_STATE + column))
                .toList());
        for (Cell cell : cells) {
            Expr counts = Terms.less(Terms.number(0), Terms.column(found, cell.column()));
            outputs.add(new Relation.Named(cell.column(), new Expr.Aggregate(Kind.COUNT, issue, true, counts)));
        }
        Join.Kind kind = context.groupNames().isEmpty() ? Join.Kind.LEFT : Join.Kind.INNER;
        var distinct = new Relation.Select(
                outputs, Source.Ref.to(counted), days.joins().of(counted, found, kind), List.of(), groups);
        String name = context.name("issues_counted");
        return new Contribution(
                context.steps().add(name, "the different issues at the day ends, by the dimensions", distinct), cells);
    }

    private String counted(DayEnds days) {
        return context.steps()
                .shared(context.name("day_counts"), "the number of day ends in each period", days::counts);
    }

    private Relation daily(EntityRows rows, Span readings, List<Cell> cells) {
        StateRows states = StateRows.at(rows, readings);
        rows.filter(context.spec().filters());
        List<Relation.Named> keys = new ArrayList<>(context.keys(readings.bucket(), rows::key));
        keys.add(new Relation.Named(Periods.AT, readings.to()));
        return states.values(keys, cells);
    }

    /** Where nothing else groups, each period has a row, also one without any state. */
    private Relation rollUp(DayEnds days, String counted, String daily, List<Cell> cells) {
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
            return Terms.aggregate(Kind.MAX, count);
        }
        Expr sum = Terms.orElse(Terms.aggregate(Kind.SUM, count), Terms.number(0));
        return Terms.over(sum, Terms.aggregate(Kind.MAX, Terms.column(counted, DayEnds.DAYS)));
    }
}
