package io.plumbline.query.compiler.index;

import io.plumbline.spec.expression.AggregateFunction;
import io.plumbline.spec.expression.ArithmeticOperator;
import io.plumbline.spec.expression.Expression;
import io.plumbline.spec.expression.ScalarFunction;
import java.math.BigDecimal;

/**
 * Which templates make an amount: the number of two disjoint sets of rows together is the sum of their numbers, and that of
 * no rows is nothing or 0. Ratios, averages and extremes make none.
 */
final class Amounts {
    private Amounts() {}

    static boolean isAmount(Expression template) {
        return switch (template) {
            case Expression.Aggregate aggregate -> isTotal(aggregate);
            case Expression.Call call -> isAmount(call);
            case Expression.Arithmetic arithmetic -> isAmount(arithmetic);
            case Expression.Negation negation -> isAmount(negation.operand());
            case Expression.Leaf _ -> false;
            case Expression.Comparison _, Expression.Logical _, Expression.Not _, Expression.NullTest _ -> false;
            case Expression.Membership _, Expression.Case _ -> false;
        };
    }

    private static boolean isTotal(Expression.Aggregate aggregate) {
        boolean adds = aggregate.function() == AggregateFunction.SUM || aggregate.function() == AggregateFunction.COUNT;
        return adds && !aggregate.distinct();
    }

    /** An amount with 0 for nothing. */
    private static boolean isAmount(Expression.Call call) {
        return call.function() == ScalarFunction.COALESCE
                && isAmount(call.arguments().getFirst())
                && call.arguments().stream().skip(1).allMatch(Amounts::isZero);
    }

    private static boolean isAmount(Expression.Arithmetic arithmetic) {
        boolean sum =
                arithmetic.operator() == ArithmeticOperator.ADD || arithmetic.operator() == ArithmeticOperator.SUBTRACT;
        return sum
                ? isAmount(arithmetic.left()) && isAmount(arithmetic.right())
                : isAmount(arithmetic.left()) && arithmetic.right() instanceof Expression.NumberLiteral;
    }

    private static boolean isZero(Expression expression) {
        return expression instanceof Expression.NumberLiteral literal
                && literal.value().compareTo(BigDecimal.ZERO) == 0;
    }
}
