package io.plumbline.query.compiler.plan;

import io.plumbline.spec.result.ResultColumn;
import java.util.List;

/**
 * One statement.
 *
 * @param steps each reads only from those before it
 * @param result the rows to hand over
 * @param order of the result
 * @param limit the most rows
 * @param offset how many rows to pass over; null means none
 * @param columns names and types of the result, by position
 */
public record Plan(
        List<Step> steps,
        Relation.Select result,
        List<Order> order,
        Expr.Bind limit,
        Expr.Bind offset,
        List<ResultColumn> columns) {
    public Plan {
        steps = List.copyOf(steps);
        order = List.copyOf(order);
        columns = List.copyOf(columns);
        if (columns.size() != result.outputs().size()) {
            throw new IllegalArgumentException("each output needs a column");
        }
    }

    /** A plan of all rows from the first on. */
    Plan(List<Step> steps, Relation.Select result, List<Order> order, Expr.Bind limit, List<ResultColumn> columns) {
        this(steps, result, order, limit, null, columns);
    }
}
