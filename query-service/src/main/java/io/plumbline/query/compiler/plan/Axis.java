package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.spec.catalog.Entity;
import java.util.List;
import java.util.function.Supplier;

/**
 * The buckets of {@code metric_time}, as rows find those that they count in. All that forms know of calendars, windows and
 * sprints: a form asks where its rows go and groups by that.
 */
interface Axis {
    static Axis of(PlanContext context) {
        ResolvedDimension time = context.spec().metricTime().orElse(null);
        if (time == null) {
            return new WholeRange(context);
        }
        if (!time.granularity().isCalendar()) {
            return new SprintAxis(context);
        }
        return context.window()
                .<Axis>map(window -> new WindowAxis(context, time, window))
                .orElse(new CalendarAxis(context, time));
    }

    /** The columns that hold the bucket in place of the dimension's own; empty where the dimension is none of the axis. */
    List<String> columns(ResolvedDimension dimension);

    /** Keeps the rows whose instant lies in a bucket, each once for each of its buckets. */
    Bucket at(EntityRows rows, Expr instant);

    /** The stretches of time that intervals are cut to and states are read at the end of. */
    Span spans(EntityRows rows, Entity.TimeColumn time);

    /** The day ends at which states are read where their counts are rolled up over days. */
    DayEnds dayEnds(EntityRows rows, Entity.TimeColumn time);

    /**
     * The step of the buckets that the answer shows.
     *
     * @param data a step of the buckets that have data; asked for only where the axis can't tell otherwise
     */
    String buckets(Supplier<String> data);

    /** Whether numbers that add up are made of those of own buckets. */
    default boolean rollsUp() {
        return false;
    }

    /** Keeps the rows that the buckets need, each once, with the columns of its own bucket, which a roll-up starts from. */
    default Bucket own(EntityRows rows, Expr instant) {
        return at(rows, instant);
    }

    /** The same of sprints, which count when they end. */
    default Bucket ofSprint(EntityRows sprints) {
        return own(sprints, sprints.column(Names.ENDED_AT));
    }

    /** Finds the buckets of a step that is grouped by own buckets. */
    RollUp rollUp(String values);

    /** The columns of the bucket that a row counts in. */
    @FunctionalInterface
    interface Bucket {
        Expr column(String name);

        /** Those that a step has. */
        static Bucket of(String step) {
            return name -> Terms.column(step, name);
        }
    }

    /**
     * How rows of a step join their buckets.
     *
     * @param joins what to join to the step
     */
    record RollUp(Bucket bucket, List<Join> joins) {
        public RollUp {
            joins = List.copyOf(joins);
        }
    }
}
