package io.plumbline.catalog.interop.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.expression.Expression;
import io.plumbline.spec.expression.Expression.Case;
import io.plumbline.spec.expression.Expression.Logical;
import io.plumbline.spec.expression.Expression.NumberLiteral;
import io.plumbline.spec.expression.ExpressionPrinter;
import io.plumbline.spec.expression.LogicalOperator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An aggregate of an entity's rows, on its way to a definition.
 *
 * @param eventTime the name of the entity's time
 * @param value of one row; null counts rows
 * @param where null means all rows
 */
public record Rows(Entity entity, String eventTime, Aggregation aggregation, Expression value, Expression where) {
    private static final Set<Aggregation> TOTALS =
            EnumSet.of(Aggregation.COUNT, Aggregation.COUNT_DISTINCT, Aggregation.SUM);

    /** The computation as a definition has it. */
    public ObjectNode computation() {
        Rows plain = split();
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("type", "simple")
                .put("entity", entity.name())
                .put("sql_template", plain.value == null ? anyColumn() : ExpressionPrinter.print(plain.value));
        if (plain.where != null) {
            tree.put("where", ExpressionPrinter.print(plain.where));
        }
        tree.put("event_time", eventTime).put("aggregation", aggregation.wireName());
        ArrayNode aggregations = tree.putArray("aggregations");
        allowed().map(Aggregation::wireName).forEach(aggregations::add);
        return tree;
    }

    /** {@code case when c then v end}, the way to say a condition inside an aggregate, becomes a condition. */
    private Rows split() {
        if (value instanceof Case it && it.branches().size() == 1 && it.otherwise() == null) {
            Case.When only = it.branches().getFirst();
            return new Rows(entity, eventTime, aggregation, only.value(), and(where, only.condition())).split();
        }
        // A number is there in each row: to count it is to count rows.
        boolean counted = value instanceof NumberLiteral && aggregation == Aggregation.COUNT;
        return counted ? new Rows(entity, eventTime, aggregation, null, where) : this;
    }

    /** A column that is never without a value. */
    private String anyColumn() {
        return entity.key().getLast();
    }

    private Stream<Aggregation> allowed() {
        return TOTALS.contains(aggregation)
                ? Stream.of(aggregation)
                : EnumSet.complementOf(
                        EnumSet.of(Aggregation.COUNT, Aggregation.COUNT_DISTINCT, Aggregation.SUM, Aggregation.LAST))
                        .stream();
    }

    /** Both conditions; null means none. */
    public static Expression and(Expression one, Expression other) {
        return one == null ? other : other == null ? one : new Logical(LogicalOperator.AND, one, other);
    }
}
