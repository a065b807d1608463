package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.spec.catalog.Entity;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** No axis: the range is all one bucket. */
record WholeRange(PlanContext context) implements Axis {
    private static final Bucket NONE = name -> {
        throw new IllegalStateException("without metric_time there is no " + name);
    };

    @Override
    public List<String> columns(ResolvedDimension dimension) {
        return List.of();
    }

    @Override
    public Bucket at(EntityRows rows, Expr instant) {
        context.frame().within(instant).forEach(rows::where);
        return NONE;
    }

    @Override
    public Span spans(EntityRows rows, Entity.TimeColumn time) {
        Frame frame = context.frame();
        Optional<Expr> start = frame.hasStart() ? Optional.of(frame.start()) : Optional.empty();
        return new Span(Optional.empty(), List.of(), start, frame.until(), NONE);
    }

    @Override
    public DayEnds dayEnds(EntityRows rows, Entity.TimeColumn time) {
        String days = new Periods(context).days(rows.entity(), time.from(), Optional.empty());
        Relation counts = new Relation.Select(
                List.of(new Relation.Named(DayEnds.DAYS, Terms.countOfRows(null))),
                Source.Ref.to(days),
                List.of(),
                List.of(),
                0);
        return new DayEnds(
                new Span(Optional.of(days), List.of(), Optional.empty(), Terms.column(days, Periods.AT), NONE),
                counts,
                (counted, readings, kind) ->
                        List.of(new Join(kind, Source.Ref.to(readings), List.of(Expr.Constant.TRUE))));
    }

    @Override
    public String buckets(Supplier<String> data) {
        throw new IllegalStateException("without metric_time there are no buckets");
    }

    @Override
    public RollUp rollUp(String values) {
        return new RollUp(NONE, List.of());
    }
}
