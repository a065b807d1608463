package io.plumbline.query.compiler.resolve;

import io.plumbline.query.compiler.drill.DrillRequest;
import io.plumbline.query.compiler.resolve.Value.Grouped;
import io.plumbline.query.compiler.resolve.Value.Leaf;
import io.plumbline.query.compiler.resolve.Value.Score;
import io.plumbline.query.compiler.resolve.Value.Sprints;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.expression.ArithmeticOperator;
import io.plumbline.spec.expression.Expression;
import io.plumbline.spec.expression.ScalarFunction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The named parts of a value, in order: sides of a quotient, inputs of a derived value, parts of a score. In two stages they
 * are those of the groups' values.
 */
final class CellParts {
    private CellParts() {}

    /** Empty where rows are the next thing behind the value. */
    static Map<String, Value> of(Value value) {
        return switch (value) {
            case Value.Quotient quotient -> sides(quotient.numerator(), quotient.denominator());
            case Value.Derived derived -> {
                Map<String, Value> inputs = new LinkedHashMap<>();
                derived.inputs().forEach(input -> inputs.put(input.name(), input.value()));
                yield inputs;
            }
            case Sprints sprints ->
                quotient(sprints.template().expression())
                        .map(quotient -> sides(
                                side(sprints, without(quotient.left(), ScalarFunction.ABS)),
                                side(sprints, without(quotient.right(), ScalarFunction.NULLIF))))
                        .orElse(Map.of());
            case Score score -> {
                Map<String, Value> parts = new LinkedHashMap<>();
                score.parts().forEach(part -> parts.put(part.name(), new Sprints(part.template(), Aggregation.AVG)));
                yield parts;
            }
            case Grouped grouped -> {
                Map<String, Value> parts = new LinkedHashMap<>();
                of(grouped.value()).forEach((name, part) -> parts.put(name, grouped.of(part)));
                yield parts;
            }
            case Value.Rows _, Value.States _ -> Map.of();
        };
    }

    /** What is opened where no part is named: a score itself, whose rows are sprints; of others the first part. */
    static Optional<Leaf> whole(Value value) {
        return switch (value) {
            case Score score -> Optional.of(score);
            case Grouped grouped -> whole(grouped.value()).map(grouped::of);
            case Leaf leaf when of(leaf).isEmpty() -> Optional.of(leaf);
            case Leaf _, Value.Quotient _, Value.Derived _ -> Optional.empty();
        };
    }

    private static Map<String, Value> sides(Value numerator, Value denominator) {
        Map<String, Value> sides = new LinkedHashMap<>();
        sides.put(DrillRequest.NUMERATOR, numerator);
        sides.put(DrillRequest.DENOMINATOR, denominator);
        return sides;
    }

    /** One side of a sprint's quotient, so that one issue's share of it has a meaning. */
    private static Sprints side(Sprints sprints, Expression side) {
        return new Sprints(sprints.template().with(side), sprints.aggregation());
    }

    private static Optional<Expression.Arithmetic> quotient(Expression expression) {
        return expression instanceof Expression.Arithmetic arithmetic
                        && arithmetic.operator() == ArithmeticOperator.DIVIDE
                ? Optional.of(arithmetic)
                : Optional.empty();
    }

    /** What is within: of a distance the difference itself, of a denominator the number that may be 0. Both add up. */
    private static Expression without(Expression expression, ScalarFunction function) {
        return expression instanceof Expression.Call call && call.function() == function
                ? call.arguments().getFirst()
                : expression;
    }
}
