package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.Period;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.spec.Granularity;
import java.util.List;
import java.util.function.Supplier;

/** The periods that an answer shows: those of the range; where that is open, from the first to the last that has data. */
final class Buckets {
    private static final String FIRST = "first_bucket";
    private static final String LAST = "last_bucket";
    static final String NAME = "buckets";

    private final PlanContext context;
    private final ResolvedDimension time;

    Buckets(PlanContext context, ResolvedDimension time) {
        this.context = context;
        this.time = time;
    }

    /** The step of the periods of a bounded range, or of an open one that was {@linkplain #within measured} before. */
    String step() {
        return within(() -> {
            throw new IllegalStateException("an open range is measured by its data first");
        });
    }

    /** @param data the step of the periods that have data; asked for only where the range is open */
    String within(Supplier<String> data) {
        return context.steps().shared(context.name(NAME), "the periods that the answer shows", () -> periods(data));
    }

    private Relation periods(Supplier<String> data) {
        Period range = context.frame().period();
        Granularity granularity = time.granularity();
        if (range.isBounded()) {
            var calendar = new Source.Calendar("calendar", first(range), last(range), granularity);
            return new Relation.Select(bucket(calendar), calendar, List.of(), List.of(), 0);
        }
        String edges =
                context.steps().add(context.name("edges"), "the first and last period with data", edges(data.get()));
        var calendar = new Source.Calendar(
                "calendar",
                range.from() == null ? Terms.column(edges, FIRST) : first(range),
                range.to() == null ? Terms.column(edges, LAST) : last(range),
                granularity);
        Join join = new Join(Join.Kind.INNER, calendar, List.of());
        return new Relation.Select(bucket(calendar), Source.Ref.to(edges), List.of(join), List.of(), 0);
    }

    private List<Relation.Named> bucket(Source.Calendar calendar) {
        return List.of(new Relation.Named(time.name(), calendar.day()));
    }

    private Expr first(Period range) {
        return context.frame().day(Alignment.firstName(time.granularity()), Alignment.first(range, time.granularity()));
    }

    private Expr last(Period range) {
        return context.frame().day(Alignment.lastName(time.granularity()), Alignment.last(range, time.granularity()));
    }

    private Relation edges(String data) {
        Expr bucket = Terms.column(data, time.name());
        return new Relation.Select(
                List.of(
                        new Relation.Named(FIRST, Terms.aggregate(Expr.Aggregate.Kind.MIN, bucket)),
                        new Relation.Named(LAST, Terms.aggregate(Expr.Aggregate.Kind.MAX, bucket))),
                Source.Ref.to(data),
                List.of(),
                List.of(),
                0);
    }
}
