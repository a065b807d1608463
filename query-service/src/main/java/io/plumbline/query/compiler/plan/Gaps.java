package io.plumbline.query.compiler.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Gives every group a row in every period that the answer shows. */
final class Gaps {
    private final PlanContext context;

    Gaps(PlanContext context) {
        this.context = context;
    }

    /** @param empty the value columns of a row without values */
    String fill(String cells, Supplier<List<Relation.Named>> empty) {
        Steps steps = context.steps();
        String buckets = context.axis().buckets(() -> cells);
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
            outputs.add(new Relation.Named(name, Terms.column(groups.contains(name) ? known : buckets, name)));
        }
        outputs.addAll(empty.get());
        var grid = new Relation.Select(outputs, Source.Ref.to(buckets), joins, List.of(), 0);
        return steps.add(
                context.name("filled"),
                "the aggregates and an empty row for each group and period",
                new Relation.UnionAll(List.of(all(cells), grid)));
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
