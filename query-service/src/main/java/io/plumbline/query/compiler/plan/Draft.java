package io.plumbline.query.compiler.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer on its way from the combined aggregates to the result: its columns over one step, each with what it is made
 * of. Stages add and replace columns; a stage that reads what another one computed settles that first.
 *
 * @param step what the columns are made from
 * @param columns keys, figures and what stages need besides, by name; the result shows those that {@link Layout} names
 * @param joins further steps
 * @param where which rows stay
 */
record Draft(PlanContext context, String step, Map<String, Expr> columns, List<Join> joins, List<Expr> where) {
    Draft {
        columns = new LinkedHashMap<>(columns);
        joins = List.copyOf(joins);
        where = List.copyOf(where);
    }

    /** The keys of a step that has one row for each row of the answer. */
    static Draft of(PlanContext context, String step) {
        Map<String, Expr> keys = new LinkedHashMap<>();
        context.keysOf(step).forEach(key -> keys.put(key.name(), key.value()));
        return new Draft(context, step, keys, List.of(), List.of());
    }

    /** What the column is made of, which must be there. */
    Expr column(String name) {
        Expr column = columns.get(name);
        if (column == null) {
            throw new IllegalStateException("the answer has no column " + name + " yet");
        }
        return column;
    }

    /** The column, if it is there. */
    Optional<Expr> find(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** With these columns added, or put in the place of others of their names. */
    Draft with(Map<String, Expr> more) {
        Map<String, Expr> all = new LinkedHashMap<>(columns);
        all.putAll(more);
        return new Draft(context, step, all, joins, where);
    }

    /** With a further step beside the rows; its condition must choose at most one of its rows. */
    Draft beside(String other, List<Expr> on) {
        List<Join> all = new ArrayList<>(joins);
        all.add(new Join(Join.Kind.LEFT, Source.Ref.to(other), on));
        return new Draft(context, step, columns, all, where);
    }

    /** With only the rows of which the condition holds. */
    Draft keeping(Expr condition) {
        List<Expr> all = new ArrayList<>(where);
        all.add(condition);
        return new Draft(context, step, columns, joins, all);
    }

    /** The same rows, computed in a step of that name, so that columns can be read by others. */
    Draft settled(String name, String purpose) {
        List<Relation.Named> outputs = columns.entrySet().stream()
                .map(column -> new Relation.Named(column.getKey(), column.getValue()))
                .toList();
        String settled = context.steps().add(context.name(name), purpose, select(outputs));
        Map<String, Expr> same = new LinkedHashMap<>();
        columns.keySet().forEach(column -> same.put(column, Terms.column(settled, column)));
        return new Draft(context, settled, same, List.of(), List.of());
    }

    Relation.Select select(List<Relation.Named> outputs) {
        return new Relation.Select(outputs, Source.Ref.to(step), joins, where, 0);
    }
}
