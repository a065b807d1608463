package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.plan.Expr.Aggregate.Kind;
import io.plumbline.query.compiler.resolve.Value.Rows;
import io.plumbline.spec.expression.Expression;
import io.plumbline.spec.expression.ScalarFunction;
import java.util.List;
import java.util.function.Function;

/** A cell's aggregate over an entity's rows, and over aggregates of parts of them where that gives the same number. */
final class RowAggregates {
    private RowAggregates() {}

    /** @param filter which rows count; null means all */
    static Expr of(Cell cell, Function<String, Expr> scope, Expr filter) {
        Rows leaf = (Rows) cell.leaf();
        return countsRows(leaf)
                ? Terms.countOfRows(filter)
                : Aggregates.of(leaf.aggregation(), Templates.of(leaf.template(), scope, cell.column()), filter);
    }

    /** Whether the aggregates of parts that share no row give that of the whole. */
    static boolean addsUp(Cell cell) {
        Rows leaf = (Rows) cell.leaf();
        return switch (leaf.aggregation()) {
            case COUNT, SUM, MIN, MAX -> true;
            case COUNT_DISTINCT -> countsRows(leaf);
            case AVG, MEDIAN, P25, P50, P75, P85, P90, P95, STDDEV, LAST -> false;
        };
    }

    /** The aggregate of the whole from those of its parts. */
    static Expr again(Cell cell, Expr part) {
        return Terms.aggregate(
                switch (((Rows) cell.leaf()).aggregation()) {
                    case COUNT, COUNT_DISTINCT, SUM -> Kind.SUM;
                    case MIN -> Kind.MIN;
                    case MAX -> Kind.MAX;
                    case AVG, MEDIAN, P25, P50, P75, P85, P90, P95, STDDEV, LAST ->
                        throw new IllegalStateException("parts of " + cell.column() + " don't add up");
                },
                part);
    }

    /** Keys of the entity, and distinct ones, are its rows: counting those lets the database stay within an index. */
    private static boolean countsRows(Rows leaf) {
        List<String> key = leaf.entity().key();
        return switch (leaf.aggregation()) {
            case COUNT ->
                leaf.template().expression() instanceof Expression.Column column && key.contains(column.name());
            case COUNT_DISTINCT ->
                leaf.template().expression() instanceof Expression.Call call
                        && call.function() == ScalarFunction.KEY
                        && key.stream().allMatch(column -> call.arguments().contains(new Expression.Column(column)));
            case SUM, AVG, MIN, MAX, MEDIAN, P25, P50, P75, P85, P90, P95, STDDEV, LAST -> false;
        };
    }
}
