package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.plan.EventTime.Placed;
import io.plumbline.query.compiler.resolve.Value.Rows;
import io.plumbline.spec.catalog.Entity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Aggregates of an entity's rows: one step for each entity and event time, whatever the number of measures. */
final class RowForm implements Form {

    @Override
    public List<Contribution> plan(PlanContext context, List<Cell> cells) {
        Map<Group, List<Cell>> groups = new LinkedHashMap<>();
        for (Cell cell : cells) {
            Rows rows = (Rows) cell.leaf();
            groups.computeIfAbsent(new Group(rows.entity(), rows.time()), group -> new ArrayList<>())
                    .add(cell);
        }
        return groups.entrySet().stream()
                .flatMap(group -> plan(context, group.getKey(), group.getValue()))
                .toList();
    }

    /** In windows, numbers that add up are made of those of the periods; others count each row in each bucket. */
    private static Stream<Contribution> plan(PlanContext context, Group group, List<Cell> cells) {
        if (!context.axis().rollsUp() || group.time().to() != null) {
            return Stream.of(atOnce(context, group, cells));
        }
        Map<Boolean, List<Cell>> sums = cells.stream().collect(Collectors.partitioningBy(RowAggregates::addsUp));
        return Stream.concat(
                Stream.of(sums.get(true)).filter(some -> !some.isEmpty()).map(some -> byPeriod(context, group, some)),
                Stream.of(sums.get(false)).filter(some -> !some.isEmpty()).map(some -> atOnce(context, group, some)));
    }

    private static Contribution atOnce(PlanContext context, Group group, List<Cell> cells) {
        EntityRows rows = context.rows(group.entity());
        Placed placed = EventTime.of(context, group.time()).place(rows);
        rows.filter(context.spec().filters());
        Relation aggregates = aggregates(context, rows, placed, cells);
        return new Contribution(context.steps().add(context.name(group.name()), group.purpose(), aggregates), cells);
    }

    private static Contribution byPeriod(PlanContext context, Group group, List<Cell> cells) {
        EntityRows rows = context.rows(group.entity());
        Axis.Bucket period = context.axis().own(rows, rows.column(group.time().from()));
        rows.filter(context.spec().filters());
        Relation aggregates = aggregates(context, rows, new Placed(period, rows::column), cells);
        String periods = context.steps().add(context.name(group.name() + "_by_period"), group.purpose(), aggregates);
        Axis.RollUp found = context.axis().rollUp(periods);
        List<Relation.Named> outputs = new ArrayList<>(context.keysOf(periods, found.bucket()));
        int keys = outputs.size();
        for (Cell cell : cells) {
            outputs.add(
                    new Relation.Named(cell.column(), RowAggregates.again(cell, Terms.column(periods, cell.column()))));
        }
        var rollUp = new Relation.Select(outputs, Source.Ref.to(periods), found.joins(), List.of(), keys);
        String name = context.name(group.name() + "_rolled_up");
        return new Contribution(context.steps().add(name, "the periods of each window together", rollUp), cells);
    }

    private static Relation aggregates(PlanContext context, EntityRows rows, Placed placed, List<Cell> cells) {
        Counted counted = Counted.of(cells, placed.scope());
        counted.restrict(rows);
        List<Relation.Named> outputs = new ArrayList<>(context.keys(placed.bucket(), rows::key));
        int keys = outputs.size();
        for (Cell cell : cells) {
            Expr value = RowAggregates.of(cell, placed.scope(), counted.filter(cell));
            outputs.add(new Relation.Named(cell.column(), value));
        }
        return rows.select(outputs, keys);
    }

    private record Group(Entity entity, Entity.TimeColumn time) {
        String name() {
            return entity.name() + "_by_" + time.from();
        }

        String purpose() {
            return "rows of " + entity.name() + " by their time " + time.from();
        }
    }
}
