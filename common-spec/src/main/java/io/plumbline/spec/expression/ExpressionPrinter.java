package io.plumbline.spec.expression;

import io.plumbline.spec.expression.Expression.Aggregate;
import io.plumbline.spec.expression.Expression.Arithmetic;
import io.plumbline.spec.expression.Expression.BooleanLiteral;
import io.plumbline.spec.expression.Expression.Call;
import io.plumbline.spec.expression.Expression.Case;
import io.plumbline.spec.expression.Expression.Column;
import io.plumbline.spec.expression.Expression.Comparison;
import io.plumbline.spec.expression.Expression.Logical;
import io.plumbline.spec.expression.Expression.Membership;
import io.plumbline.spec.expression.Expression.Negation;
import io.plumbline.spec.expression.Expression.Not;
import io.plumbline.spec.expression.Expression.NullLiteral;
import io.plumbline.spec.expression.Expression.NullTest;
import io.plumbline.spec.expression.Expression.NumberLiteral;
import io.plumbline.spec.expression.Expression.Parameter;
import io.plumbline.spec.expression.Expression.TextLiteral;
import java.util.List;
import java.util.stream.Collectors;

/** Writes an expression as a template, with as few parentheses as its meaning needs. Parsing the text gives it back. */
public final class ExpressionPrinter {
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int PREDICATE = 4;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int FACTOR = 7;
    private static final int PRIMARY = 8;

    private ExpressionPrinter() {}

    public static String print(Expression expression) {
        return switch (expression) {
            case NumberLiteral number -> number.value().toPlainString();
            case TextLiteral text -> "'" + text.value().replace("'", "''") + "'";
            case BooleanLiteral literal -> String.valueOf(literal.value());
            case NullLiteral _ -> "null";
            case Column column -> column.name();
            case Parameter parameter -> ":" + parameter.name();
            case Negation negation -> "-" + within(PRIMARY, negation.operand());
            case Not not -> "not " + within(NOT, not.operand());
            case Arithmetic arithmetic -> arithmetic(arithmetic);
            case Comparison it -> within(SUM, it.left()) + " " + it.operator().symbol() + " " + within(SUM, it.right());
            case Logical logical -> logical(logical);
            case NullTest test -> within(SUM, test.operand()) + (test.negated() ? " is not null" : " is null");
            case Membership it -> within(SUM, it.operand()) + (it.negated() ? " not in " : " in ") + list(it.options());
            case Case it -> caseWhen(it);
            case Call call -> call.function().wireName() + list(call.arguments());
            case Aggregate aggregate -> aggregate(aggregate);
        };
    }

    private static String arithmetic(Arithmetic it) {
        int level = level(it);
        return within(level, it.left()) + " " + it.operator().symbol() + " " + within(level + 1, it.right());
    }

    private static String logical(Logical it) {
        int level = level(it);
        return within(level, it.left()) + " " + it.operator().symbol() + " " + within(level + 1, it.right());
    }

    private static String caseWhen(Case it) {
        String branches = it.branches().stream()
                .map(when -> " when " + print(when.condition()) + " then " + print(when.value()))
                .collect(Collectors.joining());
        return "case" + branches + (it.otherwise() == null ? "" : " else " + print(it.otherwise())) + " end";
    }

    private static String aggregate(Aggregate it) {
        String argument = it.argument() == null ? "*" : (it.distinct() ? "distinct " : "") + print(it.argument());
        String filter = it.filter() == null ? "" : " filter (where " + print(it.filter()) + ")";
        return it.function().wireName() + "(" + argument + ")" + filter;
    }

    private static String list(List<Expression> expressions) {
        return expressions.stream().map(ExpressionPrinter::print).collect(Collectors.joining(", ", "(", ")"));
    }

    /** The text of a part whose place binds at that level: in parentheses where the part binds less. */
    private static String within(int level, Expression part) {
        return level(part) < level ? "(" + print(part) + ")" : print(part);
    }

    private static int level(Expression expression) {
        return switch (expression) {
            case Logical logical ->
                switch (logical.operator()) {
                    case OR -> OR;
                    case AND -> AND;
                };
            case Not _ -> NOT;
            case Comparison _, NullTest _, Membership _ -> PREDICATE;
            case Arithmetic arithmetic ->
                switch (arithmetic.operator()) {
                    case ADD, SUBTRACT -> SUM;
                    case MULTIPLY, DIVIDE -> PRODUCT;
                };
            case Negation _ -> FACTOR;
            case NumberLiteral _,
                    TextLiteral _,
                    BooleanLiteral _,
                    NullLiteral _,
                    Column _,
                    Parameter _,
                    Case _,
                    Call _,
                    Aggregate _ -> PRIMARY;
        };
    }
}
