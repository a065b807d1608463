package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.spec.catalog.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Closed sprints: the row of an issue counts in a sprint that its project takes part in, while the sprint runs; a sprint's
 * own values count in it. A sprint's own dimensions are those of the bucket. A window holds sprints of the same board.
 */
record SprintAxis(PlanContext context) implements Axis {

    @Override
    public List<String> columns(ResolvedDimension dimension) {
        return new AxisSprints(context).columns(dimension);
    }

    @Override
    public String buckets(Supplier<String> data) {
        return new AxisSprints(context).shown();
    }

    @Override
    public Bucket at(EntityRows rows, Expr instant) {
        String step = new AxisStretches(context).step();
        Expr begun = Terms.atLeast(instant, Terms.column(step, Names.FROM_AT));
        Expr lasting = Terms.less(instant, Terms.column(step, Names.TO_AT));
        rows.join(Source.Ref.to(step), Terms.all(takesPart(rows, step), List.of(begun, lasting)));
        return Bucket.of(step);
    }

    @Override
    public Span spans(EntityRows rows, Entity.TimeColumn time) {
        String step = new AxisStretches(context).step();
        Expr now = context.frame().now();
        Expr from = Terms.column(step, Names.FROM_AT);
        Expr to = Terms.call(Expr.Function.LEAST, Terms.column(step, Names.TO_AT), now);
        List<Expr> on = Terms.all(takesPart(rows, step), List.of(Terms.less(from, now)));
        return new Span(Optional.of(step), on, Optional.of(from), to, Bucket.of(step));
    }

    @Override
    public DayEnds dayEnds(EntityRows rows, Entity.TimeColumn time) {
        String days = new AxisStretches(context).days();
        Expr at = Terms.column(days, Periods.AT);
        List<Relation.Named> outputs = new ArrayList<>(new AxisSprints(context).keysOf(days));
        int keys = outputs.size();
        outputs.add(new Relation.Named(DayEnds.DAYS, Terms.countOfDistinct(at)));
        return new DayEnds(
                new Span(Optional.of(days), takesPart(rows, days), Optional.empty(), at, Bucket.of(days)),
                new Relation.Select(outputs, Source.Ref.to(days), List.of(), List.of(), keys),
                (counted, read, kind) ->
                        List.of(new Join(kind, Source.Ref.to(read), SprintColumns.same(read, counted))));
    }

    @Override
    public Bucket ofSprint(EntityRows rows) {
        String step = context.window().isEmpty() ? new AxisSprints(context).shown() : new AxisMembers(context).held();
        rows.join(Source.Ref.to(step), SprintColumns.of(rows, step, SprintColumns.ID));
        return Bucket.of(step);
    }

    @Override
    public RollUp rollUp(String values) {
        if (context.window().isEmpty()) {
            return new RollUp(Bucket.of(values), List.of());
        }
        String members = new AxisMembers(context).step();
        List<Expr> on = List.of(
                Terms.eq(Terms.column(members, SprintColumns.INSTANCE), Terms.column(values, SprintColumns.INSTANCE)),
                Terms.eq(Terms.column(members, SprintColumns.MEMBER), Terms.column(values, SprintColumns.ID)));
        return new RollUp(Bucket.of(members), List.of(new Join(Join.Kind.INNER, Source.Ref.to(members), on)));
    }

    /** The row's project takes part in the bucket's sprints; and where a filter asks for a sprint, it is the bucket's. */
    private List<Expr> takesPart(EntityRows rows, String step) {
        Expr instance = Terms.column(step, SprintColumns.INSTANCE);
        rows.standIn(
                context.catalog().entity(Names.SPRINT),
                List.of(
                        Terms.eq(Terms.column(Names.SPRINT, Names.INSTANCE_ID), instance),
                        Terms.eq(Terms.column(Names.SPRINT, Names.SPRINT_ID), Terms.column(step, SprintColumns.ID))));
        return List.of(
                Terms.eq(instance, rows.column(Names.INSTANCE_ID)),
                Terms.eq(Terms.column(step, SprintColumns.PROJECT), rows.nearest(Names.PROJECT_ID)));
    }
}
