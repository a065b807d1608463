package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.spec.catalog.Entity;
import java.util.List;
import java.util.function.Function;

/** When a row counts: at an instant, or for as long as an interval lasts. */
sealed interface EventTime {

    static EventTime of(PlanContext context, Entity.TimeColumn time) {
        return time.to() == null ? new Moment(context.axis(), time) : new Interval(context.axis(), time);
    }

    /** Keeps the rows that lie in a bucket of the axis, each beside its bucket. */
    Placed place(EntityRows rows);

    /**
     * Rows with their buckets.
     *
     * @param scope what the columns of a template stand for
     */
    record Placed(Axis.Bucket bucket, Function<String, Expr> scope) {}

    /** One instant: the row lies in the period that holds it. */
    record Moment(Axis axis, Entity.TimeColumn time) implements EventTime {
        @Override
        public Placed place(EntityRows rows) {
            return new Placed(axis.at(rows, rows.column(time.from())), rows::column);
        }
    }

    /** An interval: the row counts in each period that it overlaps, cut to it. */
    record Interval(Axis axis, Entity.TimeColumn time) implements EventTime {
        @Override
        public Placed place(EntityRows rows) {
            Span span = axis.spans(rows, time);
            Expr begins = rows.column(time.from());
            Expr from = span.from()
                    .map(start -> Terms.call(Expr.Function.GREATEST, begins, start))
                    .orElse(begins);
            // A missing end is passed over, so an open interval ends with the period.
            Expr to = Terms.call(Expr.Function.LEAST, rows.column(time.to()), span.to());
            span.join(rows, List.of(Terms.less(begins, span.to()), Terms.less(from, to)));
            return new Placed(span.bucket(), name -> switch (name) {
                case Names.CLIP_FROM -> from;
                case Names.CLIP_TO -> to;
                default -> rows.column(name);
            });
        }
    }
}
