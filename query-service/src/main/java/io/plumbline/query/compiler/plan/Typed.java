package io.plumbline.query.compiler.plan;

import io.plumbline.spec.result.ResultType;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gives each number the type that the answer shows, so that what follows sees the value that a reader sees. */
final class Typed implements Stage {
    @Override
    public Draft apply(Draft draft) {
        Map<String, Expr> columns = new LinkedHashMap<>();
        for (Layout.Column column : Layout.of(draft.context().spec())) {
            columns.put(
                    column.source(),
                    typed(draft.column(column.source()), column.shown().type()));
        }
        return draft.with(columns);
    }

    private static Expr typed(Expr value, ResultType type) {
        return switch (type) {
            case INTEGER -> Terms.cast(value, Type.INTEGER);
            case DECIMAL -> Terms.cast(value, Type.DOUBLE);
            case TEXT, BOOLEAN, DATE, INSTANT, PARTS, WHY -> value;
        };
    }
}
