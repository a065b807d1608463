package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.spec.Window;
import java.util.ArrayList;
import java.util.List;

/** Which periods the window of each bucket holds. */
final class WindowPeriods {
    /** A period of the window of the bucket beside it. */
    static final String MEMBER = "member";

    private static final String BEGINNING = "beginning";

    private final PlanContext context;
    private final ResolvedDimension time;
    private final Window window;
    private final String buckets;

    WindowPeriods(PlanContext context, ResolvedDimension time, Window window) {
        this.context = context;
        this.time = time;
        this.window = window;
        this.buckets = new Buckets(context.asked(), time).step();
    }

    /** The step with a row for each bucket and period of its window. */
    String members() {
        return context.steps()
                .shared(context.name("members"), "the periods of the window of each bucket", this::membersOf);
    }

    /** The step with a row for each bucket: where its window begins and ends, at most now. */
    String spans() {
        return context.steps().shared(context.name("spans"), "the window of each bucket", this::spansOf);
    }

    private Relation membersOf() {
        var calendar = new Source.Calendar("calendar", first(), bucket(), time.granularity());
        List<Join> joins = new ArrayList<>(beginning());
        joins.add(new Join(Join.Kind.INNER, calendar, List.of()));
        List<Relation.Named> outputs =
                List.of(new Relation.Named(MEMBER, calendar.day()), new Relation.Named(time.name(), bucket()));
        return new Relation.Select(outputs, Source.Ref.to(buckets), joins, List.of(), 0);
    }

    private Relation spansOf() {
        Frame frame = context.frame();
        Expr begins = startOfDay(first());
        Expr ends = startOfDay(new Expr.Shift(bucket(), time.granularity(), Terms.number(1)));
        List<Relation.Named> outputs = List.of(
                new Relation.Named(time.name(), bucket()),
                new Relation.Named(
                        Names.FROM_AT,
                        frame.hasStart() ? Terms.call(Expr.Function.GREATEST, begins, frame.start()) : begins),
                new Relation.Named(Names.TO_AT, Terms.call(Expr.Function.LEAST, ends, frame.until())));
        return new Relation.Select(outputs, Source.Ref.to(buckets), beginning(), List.of(), 0);
    }

    /** The first period of the bucket's window. */
    private Expr first() {
        return switch (window) {
            case Window.Rolling rolling ->
                new Expr.Shift(bucket(), time.granularity(), Terms.number(1L - rolling.periods()));
            case Window.ToDate toDate -> new Expr.Floor(toDate.granularity(), Terms.cast(bucket(), Type.LOCAL));
            case Window.Cumulative _ -> Terms.column(beginningStep(), time.name());
        };
    }

    /** Only a cumulative window begins with the first bucket. */
    private List<Join> beginning() {
        return window instanceof Window.Cumulative
                ? List.of(new Join(Join.Kind.INNER, Source.Ref.to(beginningStep()), List.of()))
                : List.of();
    }

    private String beginningStep() {
        return context.steps().shared(context.name(BEGINNING), "the first bucket", () -> {
            Expr first = Terms.aggregate(Expr.Aggregate.Kind.MIN, bucket());
            List<Relation.Named> outputs = List.of(new Relation.Named(time.name(), first));
            return new Relation.Select(outputs, Source.Ref.to(buckets), List.of(), List.of(), 0);
        });
    }

    private Expr bucket() {
        return Terms.column(buckets, time.name());
    }

    private Expr startOfDay(Expr day) {
        return Terms.call(Expr.Function.START_OF_DAY, day, context.frame().zone());
    }
}
