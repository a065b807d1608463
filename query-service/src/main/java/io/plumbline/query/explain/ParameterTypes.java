package io.plumbline.query.explain;

import io.plumbline.query.compiler.sql.SqlQuery;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;

/** Names the types of bind values. */
final class ParameterTypes {
    private ParameterTypes() {}

    static List<Explanation.Parameter> describe(SqlQuery query) {
        List<SqlQuery.Parameter> parameters = query.parameters();
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> describe(i + 1, parameters.get(i)))
                .toList();
    }

    private static Explanation.Parameter describe(int position, SqlQuery.Parameter parameter) {
        return new Explanation.Parameter(position, parameter.name(), type(parameter.value()), parameter.value());
    }

    private static String type(Object value) {
        return switch (value) {
            case String _ -> "text";
            case Long _ -> "integer";
            case Double _ -> "double";
            case Boolean _ -> "boolean";
            case LocalDate _ -> "date";
            case OffsetDateTime _ -> "timestamp";
            case String[] _ -> "text[]";
            case Integer[] _ -> "integer[]";
            case LocalDate[] _ -> "date[]";
            case Boolean[] _ -> "boolean[]";
            default -> throw new IllegalStateException("a bind value of type " + value.getClass());
        };
    }
}
