package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.Period;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.spec.Granularity;
import java.time.LocalDate;
import java.util.List;

/** Which bucket of the previous range stands beside which of the asked one: those of the same number. */
final class Alignment {
    private final Frame frame;
    private final Period range;
    private final Period previous;

    Alignment(PlanContext context) {
        this.frame = context.frame();
        this.range = context.spec().time().range();
        this.previous = context.spec().time().previous().orElseThrow();
    }

    /** The previous range's bucket, moved to its partner's first day. */
    Expr shifted(ResolvedDimension dimension, Expr bucket) {
        Granularity granularity = dimension.granularity();
        long count = Calendars.between(first(previous, granularity), first(range, granularity), granularity);
        var by = new Expr.Bind("shift_by_" + granularity.wireName(), Type.INTEGER, count);
        return new Expr.Shift(bucket, granularity, by);
    }

    List<Expr> withinRange(ResolvedDimension dimension, Expr bucket) {
        return List.of(
                Terms.atLeast(bucket, frame.day("first_bucket", first(range, dimension.granularity()))),
                Terms.atMost(bucket, frame.day("last_bucket", last(range, dimension.granularity()))));
    }

    /** The last bucket of the asked range that has a partner. */
    Expr lastPartner(ResolvedDimension dimension) {
        Granularity granularity = dimension.granularity();
        long buckets = Calendars.between(first(previous, granularity), last(previous, granularity), granularity);
        return new Expr.Shift(
                frame.day("first_bucket", first(range, granularity)),
                granularity,
                new Expr.Bind("previous_buckets", Type.INTEGER, buckets));
    }

    static LocalDate first(Period period, Granularity granularity) {
        return Calendars.floor(period.from(), granularity);
    }

    static LocalDate last(Period period, Granularity granularity) {
        return Calendars.floor(period.to().minusDays(1), granularity);
    }
}
