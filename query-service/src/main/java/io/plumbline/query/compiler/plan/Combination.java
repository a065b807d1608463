package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.ResolvedDimension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings the aggregates of different grains together on the dimensions. Their rows are put one after another, each with its
 * own columns filled, and grouped by the keys: missing keys meet one another, nothing fans out, and a group that only one
 * of them has keeps its row.
 */
final class Combination {
    static final String PREVIOUS = "previous_";

    private final PlanContext context;
    private final List<Column> columns;

    private Combination(PlanContext context, List<Column> columns) {
        this.context = context;
        this.columns = columns;
    }

    /** The name of the step that has all keys, the cells of the range and, with a prefix, those of the previous range. */
    static String of(PlanContext context, List<Contribution> current, List<Contribution> previous) {
        List<Column> columns = new ArrayList<>();
        current.forEach(part -> part.cells().forEach(cell -> Column.of(cell, "").forEach(columns::add)));
        previous.forEach(
                part -> part.cells().forEach(cell -> Column.of(cell, PREVIOUS).forEach(columns::add)));
        Combination combination = new Combination(context, columns);
        List<Relation.Select> parts = new ArrayList<>();
        current.forEach(part -> parts.add(combination.current(part)));
        previous.forEach(part -> parts.add(combination.previous(part)));
        String cells = combination.union(parts);
        return combination.combined(
                context.spec().metricTime().isEmpty() ? cells : new Gaps(context).fill(cells, combination::empty));
    }

    /** The step of one range with all keys and cells, and no row for what has no data. */
    static String unfilled(PlanContext context, List<Contribution> parts) {
        List<Column> columns = new ArrayList<>();
        parts.forEach(part -> part.cells().forEach(cell -> Column.of(cell, "").forEach(columns::add)));
        Combination combination = new Combination(context, columns);
        return combination.combined(
                combination.union(parts.stream().map(combination::current).toList()));
    }

    private String union(List<Relation.Select> parts) {
        Relation all = parts.size() == 1 ? parts.getFirst() : new Relation.UnionAll(parts);
        return context.steps().add(context.name("cells"), "all aggregates, one after another", all);
    }

    private String combined(String filled) {
        Steps steps = context.steps();
        List<Relation.Named> outputs = new ArrayList<>(context.keysOf(filled));
        int keys = outputs.size();
        for (Column column : columns) {
            Expr value = Terms.aggregate(Expr.Aggregate.Kind.MAX, Terms.column(filled, column.name()));
            outputs.add(new Relation.Named(column.name(), value));
        }
        var merged = new Relation.Select(outputs, Source.Ref.to(filled), List.of(), List.of(), keys);
        return steps.add(context.name("answer"), "one row for each combination of the dimensions", merged);
    }

    private Relation.Select current(Contribution part) {
        List<Relation.Named> outputs = new ArrayList<>(context.keysOf(part.step()));
        outputs.addAll(values(part, ""));
        return new Relation.Select(outputs, Source.Ref.to(part.step()), List.of(), List.of(), 0);
    }

    /** Rows of the previous range take the place of their bucket's partner; a surplus bucket is dropped. */
    private Relation.Select previous(Contribution part) {
        Alignment alignment = new Alignment(context);
        List<Relation.Named> outputs = new ArrayList<>();
        List<Expr> where = new ArrayList<>();
        for (ResolvedDimension dimension : context.spec().dimensions()) {
            Expr key = Terms.column(part.step(), dimension.name());
            Expr aligned = dimension.isTime() ? alignment.shifted(dimension, key) : key;
            if (dimension.isTime()) {
                where.add(alignment.kept(dimension, aligned));
            }
            outputs.add(new Relation.Named(dimension.name(), aligned));
        }
        outputs.addAll(values(part, PREVIOUS));
        return new Relation.Select(outputs, Source.Ref.to(part.step()), List.of(), where, 0);
    }

    /** The values that the step has, typed; no value in the columns of others. */
    private List<Relation.Named> values(Contribution part, String prefix) {
        Set<Cell> own = new HashSet<>(part.cells());
        return columns.stream()
                .map(column -> {
                    boolean has = column.prefix().equals(prefix) && own.contains(column.cell());
                    Expr value = has ? Terms.column(part.step(), column.source()) : Expr.Constant.NULL;
                    return new Relation.Named(
                            column.name(), Terms.cast(value, column.cell().type()));
                })
                .toList();
    }

    private List<Relation.Named> empty() {
        return columns.stream()
                .map(column -> new Relation.Named(
                        column.name(),
                        Terms.cast(Expr.Constant.NULL, column.cell().type())))
                .toList();
    }

    /** A column of a cell on its way into the answer. */
    private record Column(Cell cell, String prefix, String source) {
        static List<Column> of(Cell cell, String prefix) {
            List<Column> columns = new ArrayList<>();
            columns.add(new Column(cell, prefix, cell.column()));
            if (prefix.isEmpty()) {
                cell.parts().forEach(part -> columns.add(new Column(cell, prefix, part)));
            }
            return columns;
        }

        String name() {
            return prefix + source;
        }
    }
}
