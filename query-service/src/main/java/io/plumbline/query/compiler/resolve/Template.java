package io.plumbline.query.compiler.resolve;

import io.plumbline.spec.expression.Expression;
import java.util.Map;

/** A metric's expression with the values of its parameters, by name. */
public record Template(Expression expression, Map<String, Long> parameters) {
    public Template {
        parameters = Map.copyOf(parameters);
    }

    /** Whether some column's name begins so. */
    public boolean readsColumn(String prefix) {
        return expression.stream()
                .anyMatch(part -> part instanceof Expression.Column column
                        && column.name().startsWith(prefix));
    }
}
