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
        var by = new Expr.Bind("shift_by_" + granularity.wireName(), Type.INTEGER, distance(granularity));
        return new Expr.Shift(bucket, granularity, by);
    }

    /** The first day of the previous range's bucket that stands beside the asked range's bucket. */
    Expr partner(ResolvedDimension dimension, Expr bucket) {
        Granularity granularity = dimension.granularity();
        var by = new Expr.Bind("shift_back_by_" + granularity.wireName(), Type.INTEGER, -distance(granularity));
        return new Expr.Shift(bucket, granularity, by);
    }

    private long distance(Granularity granularity) {
        return Calendars.between(first(previous, granularity), first(range, granularity), granularity);
    }

    /**
     * Which rows of the previous range are kept, by their moved bucket. A surplus bucket has no place; a named time may also
     * lie outside of the range, and then it is moved like the others.
     */
    Expr kept(ResolvedDimension dimension, Expr bucket) {
        if (dimension.isMetricTime()) {
            return new Expr.Every(List.of(
                    Terms.atLeast(bucket, firstBucket(dimension)), Terms.atMost(bucket, lastBucket(dimension))));
        }
        return new Expr.Either(List.of(
                Terms.missing(bucket),
                Terms.atMost(bucket, lastBucket(dimension)),
                Terms.less(lastPartner(dimension), bucket)));
    }

    /** Whether the bucket of the asked range has no partner, because the previous range has fewer. */
    Expr isAlone(ResolvedDimension dimension, Expr bucket) {
        return new Expr.Every(
                List.of(Terms.less(lastPartner(dimension), bucket), Terms.atMost(bucket, lastBucket(dimension))));
    }

    /** The previous range's last bucket, moved. */
    private Expr lastPartner(ResolvedDimension dimension) {
        Granularity granularity = dimension.granularity();
        long buckets = Calendars.between(first(previous, granularity), last(previous, granularity), granularity);
        return new Expr.Shift(
                firstBucket(dimension),
                granularity,
                new Expr.Bind("previous_" + granularity.wireName() + "s", Type.INTEGER, buckets));
    }

    private Expr firstBucket(ResolvedDimension dimension) {
        return frame.day(firstName(dimension.granularity()), first(range, dimension.granularity()));
    }

    private Expr lastBucket(ResolvedDimension dimension) {
        return frame.day(lastName(dimension.granularity()), last(range, dimension.granularity()));
    }

    static String firstName(Granularity granularity) {
        return "first_bucket_by_" + granularity.wireName();
    }

    static String lastName(Granularity granularity) {
        return "last_bucket_by_" + granularity.wireName();
    }

    static LocalDate first(Period period, Granularity granularity) {
        return Calendars.floor(period.from(), granularity);
    }

    static LocalDate last(Period period, Granularity granularity) {
        return Calendars.floor(period.to().minusDays(1), granularity);
    }
}
