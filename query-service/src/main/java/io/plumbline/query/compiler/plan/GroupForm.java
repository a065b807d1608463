package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.query.compiler.resolve.Value;
import io.plumbline.query.compiler.resolve.Value.Grouped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values of finer groups, rolled up: each value is planned at its own finer grain, in a scope of its own, so that no group
 * comes from another measure.
 */
final class GroupForm implements Form {
    /** What is computed once for all that is made of the same groups. */
    private record FirstStage(Value value, List<ResolvedDimension> over) {}

    @Override
    public List<Contribution> plan(PlanContext context, List<Cell> cells) {
        Map<FirstStage, List<Cell>> stages = new LinkedHashMap<>();
        for (Cell cell : cells) {
            Grouped grouped = (Grouped) cell.leaf();
            stages.computeIfAbsent(new FirstStage(grouped.value(), grouped.over()), _ -> new ArrayList<>())
                    .add(cell);
        }
        return stages.values().stream().map(same -> rollUp(context, same)).toList();
    }

    /** @param cells of the same groups; the first gives the steps their names */
    private static Contribution rollUp(PlanContext context, List<Cell> cells) {
        Cell first = cells.getFirst();
        Grouped grouped = (Grouped) first.leaf();
        PlanContext finer = context.at(grain(context.spec().dimensions(), grouped), first.column() + "_per_");
        List<Cell> within = Cells.within(first).toList();
        String groups = groups(finer, grouped, Contributions.of(finer, within));
        var figures = new Figures(
                finer, within.stream().collect(Collectors.toMap(Cell::column, Function.identity())), groups);
        Expr value = figures.current(first.column(), grouped.value());

        List<Relation.Named> outputs = new ArrayList<>(context.keysOf(groups, bucket(context, grouped, groups)));
        int keys = outputs.size();
        cells.forEach(cell -> outputs.add(new Relation.Named(cell.column(), rolledUp(cell, value))));
        var rollUp = new Relation.Select(outputs, Source.Ref.to(groups), List.of(), List.of(), keys);
        String name = context.name(first.column() + "_rolled_up");
        return new Contribution(
                context.steps().add(name, "the groups' values rolled up by the dimensions", rollUp), cells);
    }

    /** Medians and scores become decimals where they are added up, so that the order of the groups is nothing to the sum. */
    private static Expr rolledUp(Cell cell, Expr value) {
        Grouped grouped = (Grouped) cell.leaf();
        boolean added = cell.type() == Type.NUMERIC && Cells.type(grouped.value()) == Type.DOUBLE;
        return Aggregates.of(grouped.aggregation(), added ? Terms.cast(value, Type.NUMERIC) : value, null);
    }

    /** Periods of the first stage take the place of those that they are rolled up to. */
    private static List<ResolvedDimension> grain(List<ResolvedDimension> dimensions, Grouped grouped) {
        Stream<ResolvedDimension> kept =
                dimensions.stream().filter(dimension -> !dimension.isMetricTime() || !grouped.isOverTime());
        return Stream.concat(kept, grouped.over().stream()).toList();
    }

    /** The step of the groups: with periods that have no rows where periods are rolled up, and else those that occur. */
    private static String groups(PlanContext finer, Grouped grouped, List<Contribution> parts) {
        if (grouped.isOverTime()) {
            return Combination.of(finer, parts, List.of());
        }
        return parts.size() == 1 ? parts.getFirst().step() : Combination.unfilled(finer, parts);
    }

    /** The columns of the answer's bucket: the period that the group's own lies in. */
    private static Axis.Bucket bucket(PlanContext context, Grouped grouped, String groups) {
        Optional<ResolvedDimension> longer = context.spec().metricTime().filter(_ -> grouped.isOverTime());
        return longer.<Axis.Bucket>map(time ->
                        name -> new Expr.Floor(time.granularity(), Terms.cast(Terms.column(groups, name), Type.LOCAL)))
                .orElse(Axis.Bucket.of(groups));
    }
}
