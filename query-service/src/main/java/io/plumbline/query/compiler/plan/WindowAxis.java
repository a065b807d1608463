package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.spec.Window;
import io.plumbline.spec.catalog.Entity;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Periods of the calendar, each with what lies in its window. A row finds the period that it lies in, and through that the
 * buckets whose windows hold this period: a join on equality, whose size is that of the windows and not of the calendar.
 */
record WindowAxis(PlanContext context, ResolvedDimension time, Window window) implements Axis {

    @Override
    public List<String> columns(ResolvedDimension dimension) {
        return own().columns(dimension);
    }

    @Override
    public Bucket at(EntityRows rows, Expr instant) {
        Bucket period = own(rows, instant);
        String members = periods().members();
        rows.join(Source.Ref.to(members), List.of(isMember(members, period.column(time.name()))));
        return Bucket.of(members);
    }

    @Override
    public String buckets(Supplier<String> data) {
        return new Buckets(context.asked(), time).within(data);
    }

    @Override
    public boolean rollsUp() {
        return true;
    }

    @Override
    public Bucket own(EntityRows rows, Expr instant) {
        return own().at(rows, instant);
    }

    @Override
    public Span spans(EntityRows rows, Entity.TimeColumn column) {
        String spans = periods().spans();
        return new Span(
                Optional.of(spans),
                List.of(),
                Optional.of(Terms.column(spans, Names.FROM_AT)),
                Terms.column(spans, Names.TO_AT),
                Bucket.of(spans));
    }

    @Override
    public DayEnds dayEnds(EntityRows rows, Entity.TimeColumn column) {
        DayEnds days = own().dayEnds(rows, column);
        String members = periods().members();
        String read = days.readings().step().orElseThrow();
        Expr begins = Terms.call(
                Expr.Function.START_OF_DAY,
                Terms.column(members, time.name()),
                context.frame().zone());
        Relation counts = new Relation.Select(
                List.of(
                        new Relation.Named(time.name(), Terms.column(members, time.name())),
                        new Relation.Named(DayEnds.DAYS, Terms.countOfRows(null))),
                Source.Ref.to(read),
                List.of(new Join(
                        Join.Kind.INNER,
                        Source.Ref.to(members),
                        List.of(isMember(members, Terms.column(read, time.name()))))),
                // A bucket that has not begun has no state, though its window may reach into the past.
                List.of(Terms.less(begins, context.frame().now())),
                1);
        return new DayEnds(days.readings(), counts, (counted, readings, kind) -> {
            Expr sameBucket = Terms.eq(Terms.column(members, time.name()), Terms.column(counted, time.name()));
            return List.of(
                    new Join(Join.Kind.INNER, Source.Ref.to(members), List.of(sameBucket)),
                    new Join(
                            kind,
                            Source.Ref.to(readings),
                            List.of(isMember(members, Terms.column(readings, time.name())))));
        });
    }

    @Override
    public RollUp rollUp(String values) {
        String members = periods().members();
        List<Expr> on = List.of(isMember(members, Terms.column(values, time.name())));
        return new RollUp(Bucket.of(members), List.of(new Join(Join.Kind.INNER, Source.Ref.to(members), on)));
    }

    private static Expr isMember(String members, Expr period) {
        return Terms.eq(Terms.column(members, WindowPeriods.MEMBER), period);
    }

    /** The periods that rows lie in, before windows. */
    private CalendarAxis own() {
        return new CalendarAxis(context, time);
    }

    private WindowPeriods periods() {
        return new WindowPeriods(context, time, window);
    }
}
