package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.Value.States;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The state that each issue was in just before an instant: at most one for each issue, so that counting rows counts issues.
 *
 * @param at the instant
 */
record StateRows(EntityRows rows, Expr at) {

    /** The states at the ends of the spans. */
    static StateRows at(EntityRows rows, Span span) {
        Expr at = span.to();
        Expr begun = Terms.less(rows.column(Names.FROM_AT), at);
        Expr to = rows.column(Names.TO_AT);
        Expr lasting = new Expr.Either(List.of(Terms.missing(to), Terms.atLeast(to, at)));
        span.join(rows, List.of(begun, lasting));
        return new StateRows(rows, at);
    }

    /** Counts of the states that the cells' conditions choose, or their values rolled up. */
    Relation.Select values(List<Relation.Named> keys, List<Cell> cells) {
        Map<Cell, Expr> conditions = new LinkedHashMap<>();
        cells.forEach(cell -> conditions.put(cell, condition(cell)));
        rows.where(new Expr.Either(new ArrayList<>(new LinkedHashSet<>(conditions.values()))));
        boolean shared = new LinkedHashSet<>(conditions.values()).size() == 1;
        List<Relation.Named> outputs = new ArrayList<>(keys);
        conditions.forEach((cell, condition) ->
                outputs.add(new Relation.Named(cell.column(), value(cell, shared ? null : condition))));
        return rows.select(outputs, keys.size());
    }

    private Expr value(Cell cell, Expr filter) {
        States states = (States) cell.leaf();
        return states.template()
                .map(template ->
                        Aggregates.of(states.aggregation(), Templates.of(template, this::named, cell.column()), filter))
                .orElseGet(() -> Terms.countOfRows(filter));
    }

    private Expr condition(Cell cell) {
        return Templates.of(((States) cell.leaf()).where(), this::named, cell.column());
    }

    /** What the columns of a template stand for. */
    private Expr named(String column) {
        return column.equals(Names.SNAPSHOT_AT) ? at : rows.column(column);
    }
}
