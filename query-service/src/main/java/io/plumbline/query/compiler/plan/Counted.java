package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.Value.Rows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which rows of a shared aggregate count for which cell. A condition that all cells share stands in the select; otherwise
 * each aggregate has its own, and rows that count for none are kept out, so that they make no groups.
 */
final class Counted {
    private final Map<Cell, Expr> conditions;
    private final boolean shared;

    private Counted(Map<Cell, Expr> conditions) {
        this.conditions = conditions;
        this.shared = new HashSet<>(conditions.values()).size() == 1;
    }

    static Counted of(List<Cell> cells, Function<String, Expr> scope) {
        Map<Cell, Expr> conditions = new LinkedHashMap<>();
        for (Cell cell : cells) {
            conditions.put(
                    cell,
                    ((Rows) cell.leaf())
                            .where()
                            .map(where -> Templates.of(where, scope, cell.column()))
                            .orElse(Expr.Constant.TRUE));
        }
        return new Counted(conditions);
    }

    void restrict(EntityRows rows) {
        if (!conditions.containsValue(Expr.Constant.TRUE)) {
            rows.where(new Expr.Either(new ArrayList<>(new LinkedHashSet<>(conditions.values()))));
        }
    }

    /** The cell's own condition; null where it needs none. */
    Expr filter(Cell cell) {
        Expr condition = conditions.get(cell);
        return shared || condition.equals(Expr.Constant.TRUE) ? null : condition;
    }
}
