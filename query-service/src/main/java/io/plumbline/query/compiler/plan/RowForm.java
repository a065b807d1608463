package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.Template;
import io.plumbline.query.compiler.resolve.Value.Rows;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.expression.Expression;
import io.plumbline.spec.expression.ScalarFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
                .map(group -> plan(context, group.getKey(), group.getValue()))
                .toList();
    }

    private static Contribution plan(PlanContext context, Group group, List<Cell> cells) {
        EntityRows rows = context.filteredRows(group.entity());
        EventTime.Placed placed = EventTime.of(context, group.time()).place(rows);
        Counted counted = Counted.of(cells, placed.scope());
        counted.restrict(rows);
        List<Relation.Named> outputs = new ArrayList<>(context.keys(placed.bucket(), rows::key));
        int keys = outputs.size();
        for (Cell cell : cells) {
            outputs.add(new Relation.Named(cell.column(), value(cell, group.entity(), placed, counted)));
        }
        String name = context.name(group.name());
        String purpose = "rows of " + group.entity().name() + " by their time "
                + group.time().from();
        return new Contribution(context.steps().add(name, purpose, rows.select(outputs, keys)), cells);
    }

    private static Expr value(Cell cell, Entity entity, EventTime.Placed placed, Counted counted) {
        Rows leaf = (Rows) cell.leaf();
        Expr value = Templates.of(leaf.template(), placed.scope(), cell.column());
        boolean everyRow = leaf.aggregation() == Aggregation.COUNT_DISTINCT && namesRow(leaf.template(), entity);
        return everyRow
                ? Terms.countOfRows(counted.filter(cell))
                : Aggregates.of(leaf.aggregation(), value, counted.filter(cell));
    }

    /** Distinct keys of the entity are its rows, which are counted faster. */
    private static boolean namesRow(Template template, Entity entity) {
        return template.expression() instanceof Expression.Call call
                && call.function() == ScalarFunction.KEY
                && entity.key().stream().allMatch(column -> call.arguments().contains(new Expression.Column(column)));
    }

    private record Group(Entity entity, Entity.TimeColumn time) {
        String name() {
            return entity.name() + "_by_" + time.from();
        }
    }
}
