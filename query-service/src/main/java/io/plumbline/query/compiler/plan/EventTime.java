package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.spec.catalog.Entity;
import java.util.List;
import java.util.function.Function;

/** When a row counts: which rows lie in the range, in which periods, and what a template may say of it. */
sealed interface EventTime {

    static EventTime of(PlanContext context, Entity entity, Entity.TimeColumn time) {
        return time.to() == null ? new Moment(context.frame(), time) : Interval.of(context, entity, time);
    }

    /** Keeps the rows of the range. */
    void restrict(EntityRows rows);

    /** The period that {@code metric_time} shows. */
    Expr bucket(EntityRows rows, ResolvedDimension dimension);

    /** What the columns of a template stand for. */
    Function<String, Expr> scope(EntityRows rows);

    /** One instant: the row lies in the period that holds it. */
    record Moment(Frame frame, Entity.TimeColumn time) implements EventTime {
        @Override
        public void restrict(EntityRows rows) {
            frame.within(rows.column(time.from())).forEach(rows::where);
        }

        @Override
        public Expr bucket(EntityRows rows, ResolvedDimension dimension) {
            return rows.bucket(dimension, rows.column(time.from()));
        }

        @Override
        public Function<String, Expr> scope(EntityRows rows) {
            return rows::column;
        }
    }

    /**
     * An interval: the row counts in each period that it overlaps, cut to it.
     *
     * @param periods the step of the range's periods; null where the spec asks for no {@code metric_time}
     */
    record Interval(Frame frame, Entity.TimeColumn time, String periods) implements EventTime {
        static Interval of(PlanContext context, Entity entity, Entity.TimeColumn time) {
            String periods = context.spec()
                    .metricTime()
                    .map(dimension -> new Periods(context).step(entity, time.from(), dimension))
                    .orElse(null);
            return new Interval(context.frame(), time, periods);
        }

        @Override
        public void restrict(EntityRows rows) {
            Expr overlaps = Terms.less(clipFrom(rows), clipTo(rows));
            if (periods == null) {
                rows.where(Terms.less(rows.column(time.from()), frame.until()));
                rows.where(overlaps);
            } else {
                Source.Ref period = Source.Ref.to(periods);
                Expr begun = Terms.less(rows.column(time.from()), Terms.column(periods, Names.TO_AT));
                rows.join(period, List.of(begun, overlaps));
            }
        }

        @Override
        public Expr bucket(EntityRows rows, ResolvedDimension dimension) {
            return Terms.column(periods, dimension.name());
        }

        @Override
        public Function<String, Expr> scope(EntityRows rows) {
            return name -> switch (name) {
                case Names.CLIP_FROM -> clipFrom(rows);
                case Names.CLIP_TO -> clipTo(rows);
                default -> rows.column(name);
            };
        }

        private Expr clipFrom(EntityRows rows) {
            Expr from = rows.column(time.from());
            if (periods != null) {
                return Terms.call(Expr.Function.GREATEST, from, Terms.column(periods, Names.FROM_AT));
            }
            return frame.hasStart() ? Terms.call(Expr.Function.GREATEST, from, frame.start()) : from;
        }

        /** A missing end is passed over, so an open interval ends with the period. */
        private Expr clipTo(EntityRows rows) {
            Expr end = periods == null ? frame.until() : Terms.column(periods, Names.TO_AT);
            return Terms.call(Expr.Function.LEAST, rows.column(time.to()), end);
        }
    }
}
