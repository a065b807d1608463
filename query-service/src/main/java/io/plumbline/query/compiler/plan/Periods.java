package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.catalog.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The periods of a range, for what is read at their ends or cut to them: those that have begun, the first cut at the
 * range's start, the last at its end or now. An open start is the entity's first row.
 */
final class Periods {
    static final String AT = "at";

    private final PlanContext context;
    private final Frame frame;

    Periods(PlanContext context) {
        this.context = context;
        this.frame = context.frame();
    }

    /** The step with a row for each period: {@code metric_time}, {@code from_at} and {@code to_at}. */
    String step(Entity entity, String begins, ResolvedDimension metricTime) {
        String name = frame.hasStart() ? "periods" : entity.name() + "_periods";
        return context.steps()
                .shared(
                        context.name(name),
                        "the periods of the range that have begun",
                        () -> periods(entity, begins, metricTime));
    }

    /** The step with a row for each day end: {@code at}, and the period of {@code metric_time} where there is one. */
    String days(Entity entity, String begins, Optional<ResolvedDimension> metricTime) {
        String name = frame.hasStart() ? "days" : entity.name() + "_days";
        return context.steps()
                .shared(
                        context.name(name),
                        "the day ends of the range, the last one now",
                        () -> days(begins, entity, metricTime));
    }

    private Relation periods(Entity entity, String begins, ResolvedDimension metricTime) {
        Granularity granularity = metricTime.granularity();
        Calendar calendar = calendar(entity, begins, granularity);
        Expr day = calendar.source().day();
        Expr starts = startOfDay(day);
        Expr ends = startOfDay(new Expr.Shift(day, granularity, Terms.number(1)));
        List<Relation.Named> outputs = List.of(
                new Relation.Named(metricTime.name(), day),
                new Relation.Named(
                        Names.FROM_AT,
                        frame.hasStart() ? Terms.call(Expr.Function.GREATEST, starts, frame.start()) : starts),
                new Relation.Named(Names.TO_AT, Terms.call(Expr.Function.LEAST, ends, frame.until())));
        return calendar.select(outputs, notFuture());
    }

    private Relation days(String begins, Entity entity, Optional<ResolvedDimension> metricTime) {
        Calendar calendar = calendar(entity, begins, Granularity.DAY);
        Expr day = calendar.source().day();
        Expr ends = startOfDay(new Expr.Shift(day, Granularity.DAY, Terms.number(1)));
        List<Relation.Named> outputs = new ArrayList<>();
        metricTime.ifPresent(dimension -> outputs.add(new Relation.Named(
                dimension.name(), new Expr.Floor(dimension.granularity(), Terms.cast(day, Type.LOCAL)))));
        outputs.add(new Relation.Named(AT, Terms.call(Expr.Function.LEAST, ends, frame.until())));
        return calendar.select(outputs, notFuture());
    }

    private List<Expr> notFuture() {
        return frame.isFuture() ? List.of(Expr.Constant.FALSE) : List.of();
    }

    private Expr startOfDay(Expr day) {
        return Terms.call(Expr.Function.START_OF_DAY, day, frame.zone());
    }

    private Calendar calendar(Entity entity, String begins, Granularity granularity) {
        Expr last = frame.day("last_" + granularity.wireName(), Calendars.floor(frame.lastKnownDay(), granularity));
        if (frame.hasStart()) {
            Expr first = frame.day(
                    "first_" + granularity.wireName(),
                    Calendars.floor(frame.period().from(), granularity));
            return new Calendar(null, new Source.Calendar("calendar", first, last, granularity));
        }
        String beginning = beginning(entity, begins);
        Expr first = new Expr.Floor(
                granularity, Terms.call(Expr.Function.LOCAL_TIME, Terms.column(beginning, AT), frame.zone()));
        return new Calendar(Source.Ref.to(beginning), new Source.Calendar("calendar", first, last, granularity));
    }

    private String beginning(Entity entity, String begins) {
        return context.steps().shared(context.name(entity.name() + "_beginning"), "the first " + entity.name(), () -> {
            EntityRows rows = context.rows(entity);
            Expr first = Terms.aggregate(Expr.Aggregate.Kind.MIN, rows.column(begins));
            return rows.select(List.of(new Relation.Named(AT, first)), 0);
        });
    }

    /** @param beginning the step with the first instant; null where the range has a start */
    private record Calendar(Source.Ref beginning, Source.Calendar source) {
        Relation.Select select(List<Relation.Named> outputs, List<Expr> where) {
            return beginning == null
                    ? new Relation.Select(outputs, source, List.of(), where, 0)
                    : new Relation.Select(
                            outputs, beginning, List.of(new Join(Join.Kind.INNER, source, List.of())), where, 0);
        }
    }
}
