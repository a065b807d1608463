package io.plumbline.spec.expression;

import static org.assertj.core.api.Assertions.assertThat;

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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class ExpressionRoundTripTest {
    private static final int DEPTH = 3;

    @Property(tries = 200)
    void parsingWhatWasPrintedGivesTheSameExpression(@ForAll("expressions") Expression expression) {
        assertThat(ExpressionParser.parse(ExpressionPrinter.print(expression))).isEqualTo(expression);
    }

    @Property(tries = 200)
    void anyTextIsReadOrRefusedWithAFault(@ForAll String text) {
        try {
            assertThat(ExpressionPrinter.print(ExpressionParser.parse(text))).isNotEmpty();
        } catch (ExpressionException e) {
            assertThat(e.fault().position()).isPositive();
        }
    }

    @Provide
    Arbitrary<Expression> expressions() {
        return expressions(DEPTH);
    }

    /** Bounded: left to chance, nested arbitraries now and then grow beyond all measure, and beyond the parser's limits. */
    private Arbitrary<Expression> expressions(int depth) {
        if (depth == 0) {
            return leaves();
        }
        return Arbitraries.frequencyOf(
                Tuple.of(2, leaves()),
                Tuple.of(2, operations(depth)),
                Tuple.of(1, conditions(depth)),
                Tuple.of(1, calls(depth)),
                Tuple.of(1, aggregates(depth)));
    }

    private Arbitrary<Expression> leaves() {
        Arbitrary<String> names = Arbitraries.of("points", "is_bug", "created_at", "x1", "_a", "days");
        return Arbitraries.oneOf(
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, new BigDecimal("99999"))
                        .ofScale(2)
                        .map(NumberLiteral::new),
                Arbitraries.strings()
                        .withChars(" '%;-/*abcÄž€\"$")
                        .ofMaxLength(8)
                        .map(TextLiteral::new),
                Arbitraries.of(true, false).map(BooleanLiteral::new),
                Arbitraries.just(new NullLiteral()),
                names.map(Column::new),
                names.map(Parameter::new));
    }

    private Arbitrary<Expression> operations(int depth) {
        return Arbitraries.oneOf(
                Combinators.combine(
                                Arbitraries.of(ArithmeticOperator.values()),
                                expressions(depth - 1),
                                expressions(depth - 1))
                        .as(Arithmetic::new),
                Combinators.combine(
                                Arbitraries.of(ComparisonOperator.values()),
                                expressions(depth - 1),
                                expressions(depth - 1))
                        .as(Comparison::new),
                Combinators.combine(
                                Arbitraries.of(LogicalOperator.values()),
                                expressions(depth - 1),
                                expressions(depth - 1))
                        .as(Logical::new),
                expressions(depth - 1).map(Negation::new),
                expressions(depth - 1).map(Not::new));
    }

    private Arbitrary<Expression> conditions(int depth) {
        Arbitrary<Case.When> branches = Combinators.combine(expressions(depth - 1), expressions(depth - 1))
                .as(Case.When::new);
        return Arbitraries.oneOf(
                Combinators.combine(expressions(depth - 1), Arbitraries.of(true, false))
                        .as(NullTest::new),
                Combinators.combine(expressions(depth - 1), lists(depth, 1, 3), Arbitraries.of(true, false))
                        .as(Membership::new),
                Combinators.combine(
                                branches.list().ofMinSize(1).ofMaxSize(2),
                                expressions(depth - 1).injectNull(0.3))
                        .as(Case::new));
    }

    private Arbitrary<Expression> calls(int depth) {
        return Arbitraries.of(ScalarFunction.values())
                .flatMap(function -> Arbitraries.integers()
                        .between(1, 4)
                        .filter(function::takes)
                        .flatMap(count -> lists(depth, count, count))
                        .map(arguments -> new Call(function, arguments)));
    }

    private Arbitrary<Expression> aggregates(int depth) {
        Arbitrary<Expression> filters = expressions(depth - 1).injectNull(0.5);
        return Arbitraries.oneOf(
                filters.map(filter -> new Aggregate(AggregateFunction.COUNT, null, false, filter)),
                Combinators.combine(expressions(depth - 1), filters)
                        .as((argument, filter) -> new Aggregate(AggregateFunction.COUNT, argument, true, filter)),
                Combinators.combine(Arbitraries.of(AggregateFunction.values()), expressions(depth - 1), filters)
                        .as((function, argument, filter) -> new Aggregate(function, argument, false, filter)));
    }

    private Arbitrary<List<Expression>> lists(int depth, int fewest, int most) {
        return expressions(depth - 1).list().ofMinSize(fewest).ofMaxSize(most);
    }
}
