package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.spec.catalog.Entity;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Periods of the calendar: a row counts in the one that it lies in. */
record CalendarAxis(PlanContext context, ResolvedDimension time) implements Axis {

    @Override
    public List<String> columns(ResolvedDimension dimension) {
        return dimension.isMetricTime() ? List.of(dimension.name()) : List.of();
    }

    @Override
    public Bucket at(EntityRows rows, Expr instant) {
        context.frame().within(instant).forEach(rows::where);
        return name -> rows.bucket(time, instant);
    }

    @Override
    public Span spans(EntityRows rows, Entity.TimeColumn column) {
        String periods = new Periods(context).step(rows.entity(), column.from(), time);
        return new Span(
                Optional.of(periods),
                List.of(),
                Optional.of(Terms.column(periods, Names.FROM_AT)),
                Terms.column(periods, Names.TO_AT),
                Bucket.of(periods));
    }

    @Override
    public DayEnds dayEnds(EntityRows rows, Entity.TimeColumn column) {
        String days = new Periods(context).days(rows.entity(), column.from(), Optional.of(time));
        Relation counts = new Relation.Select(
                List.of(
                        new Relation.Named(time.name(), Terms.column(days, time.name())),
                        new Relation.Named(DayEnds.DAYS, Terms.countOfRows(null))),
                Source.Ref.to(days),
                List.of(),
                List.of(),
                1);
        return new DayEnds(
                new Span(
                        Optional.of(days),
                        List.of(),
                        Optional.empty(),
                        Terms.column(days, Periods.AT),
                        Bucket.of(days)),
                counts,
                (counted, readings, kind) -> List.of(new Join(
                        kind,
                        Source.Ref.to(readings),
                        List.of(Terms.eq(Terms.column(readings, time.name()), Terms.column(counted, time.name()))))));
    }

    @Override
    public String buckets(Supplier<String> data) {
        return new Buckets(context, time).within(data);
    }

    @Override
    public RollUp rollUp(String values) {
        return new RollUp(Bucket.of(values), List.of());
    }
}
