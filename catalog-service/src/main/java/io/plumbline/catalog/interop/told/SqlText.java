package io.plumbline.catalog.interop.told;

import io.plumbline.spec.expression.ArithmeticOperator;
import io.plumbline.spec.expression.Expression;
import io.plumbline.spec.expression.Expression.Arithmetic;
import io.plumbline.spec.expression.Expression.Call;
import io.plumbline.spec.expression.Expression.Case;
import io.plumbline.spec.expression.Expression.Column;
import io.plumbline.spec.expression.Expression.NumberLiteral;
import io.plumbline.spec.expression.ExpressionPrinter;
import io.plumbline.spec.expression.ScalarFunction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes an expression as SQL for other tools. Functions of our own are spelt out; a quotient stays decimal. */
public final class SqlText {
    private static final Expression DECIMAL_ONE = new NumberLiteral(new BigDecimal("1.0"));

    private static final Pattern NAME = Pattern.compile("[\\w.]+");

    private final UnaryOperator<String> column;

    private SqlText(UnaryOperator<String> column) {
        this.column = column;
    }

    /** @param column how a column of that name is written */
    public static String of(Expression expression, UnaryOperator<String> column) {
        return new SqlText(column).text(expression);
    }

    /** The value of a row that counts, and no value for one that does not. */
    public static String of(Shape.Aggregate aggregate, UnaryOperator<String> column) {
        Expression value = aggregate.where() == null
                ? aggregate.value()
                : new Case(List.of(new Case.When(aggregate.where(), aggregate.value())), null);
        return of(value, column);
    }

    private String text(Expression expression) {
        return ExpressionPrinter.print(Rewriting.of(expression, this::spelt));
    }

    private Optional<Expression> spelt(Expression part) {
        return switch (part) {
            case Column it -> Optional.of(new Column(column.apply(it.name())));
            case Call call when isOurs(call.function()) -> Optional.of(new Column(sql(call)));
            case Arithmetic it when it.operator() == ArithmeticOperator.DIVIDE -> Optional.of(decimal(it));
            default -> Optional.empty();
        };
    }

    private Expression decimal(Arithmetic it) {
        Expression left = Rewriting.of(it.left(), this::spelt);
        Expression right = Rewriting.of(it.right(), this::spelt);
        return new Arithmetic(
                ArithmeticOperator.DIVIDE, new Arithmetic(ArithmeticOperator.MULTIPLY, DECIMAL_ONE, left), right);
    }

    private static boolean isOurs(ScalarFunction function) {
        return switch (function) {
            case DAYS_BETWEEN, HOURS_BETWEEN, WORKING_DAYS_BETWEEN, DAYS, KEY -> true;
            case COALESCE, NULLIF, ABS, GREATEST, LEAST, ROUND -> false;
        };
    }

    private String sql(Call call) {
        List<String> arguments = call.arguments().stream().map(this::text).toList();
        return switch (call.function()) {
            case DAYS_BETWEEN -> elapsed(arguments, "86400.0");
            case HOURS_BETWEEN -> elapsed(arguments, "3600.0");
            case WORKING_DAYS_BETWEEN ->
                throw new IllegalArgumentException("a working calendar is nothing that other tools know");
            case DAYS -> "(%s * interval '1 day')".formatted(operand(arguments.getFirst()));
            case KEY -> arguments.stream().collect(Collectors.joining(", '/', ", "concat(", ")"));
            case COALESCE, NULLIF, ABS, GREATEST, LEAST, ROUND ->
                throw new IllegalArgumentException(call.function() + " is SQL already");
        };
    }

    private static String elapsed(List<String> instants, String seconds) {
        return "(extract(epoch from %s - %s) / %s)"
                .formatted(operand(instants.get(1)), operand(instants.get(0)), seconds);
    }

    private static String operand(String sql) {
        return NAME.matcher(sql).matches() ? sql : "(" + sql + ")";
    }
}
