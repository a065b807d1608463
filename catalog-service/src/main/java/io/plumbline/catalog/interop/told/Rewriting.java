package io.plumbline.catalog.interop.told;

import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.expression.Expression;
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
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The same expression with some of its parts replaced. */
public final class Rewriting {
    private Rewriting() {}

    /** @param change what to put in the place of a part; empty leaves the part and looks into it */
    public static Expression of(Expression expression, Function<Expression, Optional<Expression>> change) {
        return change.apply(expression).orElseGet(() -> rebuilt(expression, part -> of(part, change)));
    }

    /** The same without parameters: their defaults stand in. */
    public static Expression withDefaults(Expression expression, MetricDefinition metric) {
        return of(
                expression,
                part -> part instanceof Parameter parameter
                        ? Optional.of(standIn(parameter, metric))
                        : Optional.empty());
    }

    private static Expression standIn(Parameter parameter, MetricDefinition metric) {
        int value = metric.parameters().stream()
                .filter(it -> it.name().equals(parameter.name()))
                .mapToInt(MetricDefinition.Parameter::defaultValue)
                .findFirst()
                .orElse(0);
        Expression number = new NumberLiteral(BigDecimal.valueOf(value).abs());
        return value < 0 ? new Negation(number) : number;
    }

    private static Expression rebuilt(Expression expression, UnaryOperator<Expression> part) {
        return switch (expression) {
            case NumberLiteral _, TextLiteral _, BooleanLiteral _, NullLiteral _, Column _, Parameter _ -> expression;
            case Negation it -> new Negation(part.apply(it.operand()));
            case Arithmetic it -> new Arithmetic(it.operator(), part.apply(it.left()), part.apply(it.right()));
            case Comparison it -> new Comparison(it.operator(), part.apply(it.left()), part.apply(it.right()));
            case Logical it -> new Logical(it.operator(), part.apply(it.left()), part.apply(it.right()));
            case Not it -> new Not(part.apply(it.operand()));
            case NullTest it -> new NullTest(part.apply(it.operand()), it.negated());
            case Membership it -> new Membership(part.apply(it.operand()), all(it.options(), part), it.negated());
            case Case it ->
                new Case(
                        it.branches().stream()
                                .map(when -> new Case.When(part.apply(when.condition()), part.apply(when.value())))
                                .toList(),
                        orNull(it.otherwise(), part));
            case Call it -> new Call(it.function(), all(it.arguments(), part));
            case Aggregate it ->
                new Aggregate(it.function(), orNull(it.argument(), part), it.distinct(), orNull(it.filter(), part));
        };
    }

    private static List<Expression> all(List<Expression> parts, UnaryOperator<Expression> part) {
        return parts.stream().map(part).toList();
    }

    private static Expression orNull(Expression expression, UnaryOperator<Expression> part) {
        return expression == null ? null : part.apply(expression);
    }
}
