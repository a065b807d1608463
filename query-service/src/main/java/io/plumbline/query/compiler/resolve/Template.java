package io.plumbline.query.compiler.resolve;

import io.plumbline.spec.catalog.WorkingCalendar;
import io.plumbline.spec.expression.AggregateFunction;
import io.plumbline.spec.expression.Expression;
import io.plumbline.spec.expression.ScalarFunction;
import java.util.Map;

/**
 * A metric's expression with what it is computed by.
 *
 * @param parameters the values of its parameters, by name
 * @param calendar what counts as a working day
 */
public record Template(Expression expression, Map<String, Long> parameters, WorkingCalendar calendar) {
    public Template {
        parameters = Map.copyOf(parameters);
    }

    /** An expression of the planner's own, without parameters and working time. */
    public static Template plain(Expression expression) {
        return new Template(expression, Map.of(), WorkingCalendar.STANDARD);
    }

    /** Another expression, computed by the same. */
    public Template with(Expression other) {
        return new Template(other, parameters, calendar);
    }

    /** Whether some column's name begins so. */
    public boolean readsColumn(String prefix) {
        return expression.stream()
                .anyMatch(part -> part instanceof Expression.Column column
                        && column.name().startsWith(prefix));
    }

    /** Whether it has a value whatever it is computed from; where that can't be told from its form, it may lack one. */
    public boolean alwaysHasValue() {
        return alwaysHasValue(expression);
    }

    private static boolean alwaysHasValue(Expression expression) {
        boolean counts =
                expression instanceof Expression.Aggregate aggregate && aggregate.function() == AggregateFunction.COUNT;
        boolean falls = expression instanceof Expression.Call call
                && call.function() == ScalarFunction.COALESCE
                && call.arguments().stream().anyMatch(Template::alwaysHasValue);
        return expression instanceof Expression.NumberLiteral || counts || falls;
    }
}
