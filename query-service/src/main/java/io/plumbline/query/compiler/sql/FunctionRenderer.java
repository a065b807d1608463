package io.plumbline.query.compiler.sql;

import io.plumbline.query.compiler.plan.Expr;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jooq.Field;

/** Writes functions and operators. Counterpart: {@link ExpressionRenderer}, which writes their operands. */
final class FunctionRenderer {
    private FunctionRenderer() {}

    static Field<Object> call(Expr.Function function, Field<?>... arguments) {
        return switch (function) {
            case COALESCE -> list("coalesce", arguments);
            case NULLIF -> list("nullif", arguments);
            case ABS -> list("abs", arguments);
            case GREATEST -> list("greatest", arguments);
            case LEAST -> list("least", arguments);
            case ROUND -> round(arguments);
            case DAYS_BETWEEN -> Fragment.of("(extract(epoch from (~ - ~)) / 86400)", arguments[1], arguments[0]);
            case HOURS_BETWEEN -> Fragment.of("(extract(epoch from (~ - ~)) / 3600)", arguments[1], arguments[0]);
            case WORKING_DAYS_BETWEEN -> list("warehouse.working_days_between", arguments);
            case DAYS -> Fragment.of("(cast(~ as double precision) * interval '24 hours')", arguments);
            case LOCAL_TIME -> Fragment.of("(~ at time zone ~)", arguments);
            case START_OF_DAY -> Fragment.of("(cast(~ as timestamp) at time zone ~)", arguments);
            case SIZE -> list("cardinality", arguments);
            case BINARY_ORDER -> Fragment.of("~ collate \"C\"", arguments);
        };
    }

    /** The same as a floating-point number, for what reads nothing else: it is sooner made than the exact one. */
    static Field<Object> floating(Expr.Function function, Field<?>... arguments) {
        return switch (function) {
            case DAYS_BETWEEN -> Fragment.of("(date_part('epoch', ~ - ~) / 86400.0)", arguments[1], arguments[0]);
            case HOURS_BETWEEN -> Fragment.of("(date_part('epoch', ~ - ~) / 3600.0)", arguments[1], arguments[0]);
            case WORKING_DAYS_BETWEEN ->
                Fragment.of("cast(~ as double precision)", call(Expr.Function.WORKING_DAYS_BETWEEN, arguments));
            default -> call(function, arguments);
        };
    }

    static Field<Object> binary(Expr.Operator operator, Field<?> left, Field<?> right) {
        return switch (operator) {
            case EQ -> Fragment.of("~ = ~", left, right);
            case NE -> Fragment.of("~ <> ~", left, right);
            case LT -> Fragment.of("~ < ~", left, right);
            case LE -> Fragment.of("~ <= ~", left, right);
            case GT -> Fragment.of("~ > ~", left, right);
            case GE -> Fragment.of("~ >= ~", left, right);
            case DISTINCT_FROM -> Fragment.of("~ is distinct from ~", left, right);
            case ADD -> Fragment.of("(~ + ~)", left, right);
            case SUBTRACT -> Fragment.of("(~ - ~)", left, right);
            case MULTIPLY -> Fragment.of("(~ * ~)", left, right);
            case DIVIDE -> Fragment.of("(cast(~ as numeric) / ~)", left, right);
            case LIKE -> Fragment.of("~ ilike ~", left, right);
            case IN_LIST -> Fragment.of("~ = any(~)", left, right);
            case OVERLAPS -> Fragment.of("~ && ~", left, right);
        };
    }

    private static Field<Object> round(Field<?>... arguments) {
        return arguments.length == 1
                ? Fragment.of("round(cast(~ as numeric))", arguments)
                : Fragment.of("round(cast(~ as numeric), cast(~ as integer))", arguments);
    }

    private static Field<Object> list(String name, Field<?>... arguments) {
        String places = Arrays.stream(arguments).map(argument -> "~").collect(Collectors.joining(", "));
        return Fragment.of(name + "(" + places + ")", arguments);
    }
}
