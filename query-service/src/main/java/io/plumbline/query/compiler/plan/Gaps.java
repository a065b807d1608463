package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.Period;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.spec.Granularity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Gives every group a row in every period of the range. Where the range is open, the periods go from the first to the last
 * that has data.
 */
final class Gaps {
    private static final String FIRST = "first_bucket";
    private static final String LAST = "last_bucket";

    private final PlanContext context;
    private final ResolvedDimension time;

    Gaps(PlanContext context, ResolvedDimension time) {
        this.context = context;
        this.time = time;
    }

    /** @param empty the value columns of a row without values */
    String fill(String cells, Supplier<List<Relation.Named>> empty) {
        Steps steps = context.steps();
        String buckets = steps.add(context.name("buckets"), "the periods that the answer shows", buckets(cells));
        List<Relation.Named> outputs = new ArrayList<>();
        List<Join> joins = new ArrayList<>();
        List<String> groups = context.groupNames();
        String known = groups.isEmpty()
                ? buckets
                : steps.add(context.name("groups"), "the groups that occur", groups(cells, groups));
        if (!groups.isEmpty()) {
            joins.add(new Join(Join.Kind.INNER, Source.Ref.to(known), List.of()));
        }
        for (String name : context.keyNames()) {
            outputs.add(new Relation.Named(name, Terms.column(name.equals(time.name()) ? buckets : known, name)));
        }
        outputs.addAll(empty.get());
        var grid = new Relation.Select(outputs, Source.Ref.to(buckets), joins, List.of(), 0);
        return steps.add(
                context.name("filled"),
                "the aggregates and an empty row for each group and period",
                new Relation.UnionAll(List.of(all(cells), grid)));
    }

    private Relation buckets(String cells) {
        Period range = context.spec().time().range();
        Granularity granularity = time.granularity();
        if (range.isBounded()) {
            var calendar = new Source.Calendar("calendar", first(range), last(range), granularity);
            return new Relation.Select(bucket(calendar), calendar, List.of(), List.of(), 0);
        }
        String edges = context.steps().add(context.name("edges"), "the first and last period with data", edges(cells));
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

    private Relation edges(String cells) {
        Expr bucket = Terms.column(cells, time.name());
        return new Relation.Select(
                List.of(
                        new Relation.Named(FIRST, Terms.aggregate(Expr.Aggregate.Kind.MIN, bucket)),
                        new Relation.Named(LAST, Terms.aggregate(Expr.Aggregate.Kind.MAX, bucket))),
                Source.Ref.to(cells),
                List.of(),
                List.of(),
                0);
    }

    private static Relation groups(String cells, List<String> groups) {
        List<Relation.Named> outputs = groups.stream()
                .map(name -> new Relation.Named(name, Terms.column(cells, name)))
                .toList();
        return new Relation.Select(outputs, Source.Ref.to(cells), List.of(), List.of(), outputs.size());
    }

    private Relation.Select all(String cells) {
        List<Relation.Named> outputs = context.steps().columns(cells).stream()
                .map(name -> new Relation.Named(name, Terms.column(cells, name)))
                .toList();
        return new Relation.Select(outputs, Source.Ref.to(cells), List.of(), List.of(), 0);
    }
}
