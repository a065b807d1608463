package io.plumbline.spec.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A metric template as a tree. {@link ExpressionParser} makes it, {@link ExpressionPrinter} writes it back, the compiler
 * renders it; names in it are not checked until {@link ExpressionChecker} has seen it.
 */
public sealed interface Expression {

    /** The direct parts, in the order of the text. */
    List<Expression> children();

    /** This expression and everything in it. */
    default Stream<Expression> stream() {
        return Stream.concat(Stream.of(this), children().stream().flatMap(Expression::stream));
    }

    /** Whether an aggregate stands anywhere in it. */
    default boolean hasAggregate() {
        return stream().anyMatch(Aggregate.class::isInstance);
    }

    /** An expression without parts. */
    sealed interface Leaf extends Expression {
        @Override
        default List<Expression> children() {
            return List.of();
        }
    }

    /** A number of digits with an optional fraction; never negative, a sign is a {@link Negation}. */
    record NumberLiteral(BigDecimal value) implements Leaf {
        public NumberLiteral {
            if (value.signum() < 0) {
                throw new IllegalArgumentException("a negative number is a negation");
            }
            value = value.scale() < 0 ? value.setScale(0) : value;
        }
    }

    /** A text in single quotes; {@code value} is without them. */
    record TextLiteral(String value) implements Leaf {
        public TextLiteral {
            Objects.requireNonNull(value, "value");
        }
    }

    /** True or false. */
    record BooleanLiteral(boolean value) implements Leaf {}

    /** No value. */
    record NullLiteral() implements Leaf {}

    /** A column of the metric's entity, or a pseudo-column of its place such as {@code snapshot_at}. */
    record Column(String name) implements Leaf {
        public Column {
            Objects.requireNonNull(name, "name");
        }
    }

    /** A parameter of the metric, without its colon; always a number. */
    record Parameter(String name) implements Leaf {
        public Parameter {
            Objects.requireNonNull(name, "name");
        }
    }

    /** Minus in front of a number. */
    record Negation(Expression operand) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of(operand);
        }
    }

    /** Sum, difference, product or quotient; a quotient is decimal. */
    record Arithmetic(ArithmeticOperator operator, Expression left, Expression right) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of(left, right);
        }
    }

    /** One value against another. */
    record Comparison(ComparisonOperator operator, Expression left, Expression right) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of(left, right);
        }
    }

    /** Two conditions joined. */
    record Logical(LogicalOperator operator, Expression left, Expression right) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of(left, right);
        }
    }

    /** The opposite of a condition. */
    record Not(Expression operand) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of(operand);
        }
    }

    /** {@code is null}, or {@code is not null} where negated. */
    record NullTest(Expression operand, boolean negated) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of(operand);
        }
    }

    /** {@code in (…)}, or {@code not in (…)} where negated; at least one option. */
    record Membership(Expression operand, List<Expression> options, boolean negated) implements Expression {
        public Membership {
            options = List.copyOf(options);
            if (options.isEmpty()) {
                throw new IllegalArgumentException("a membership needs an option");
            }
        }

        @Override
        public List<Expression> children() {
            return Stream.concat(Stream.of(operand), options.stream()).toList();
        }
    }

    /** The value of the first branch that holds; {@code otherwise} null means no value where none does. */
    record Case(List<When> branches, Expression otherwise) implements Expression {
        public Case {
            branches = List.copyOf(branches);
            if (branches.isEmpty()) {
                throw new IllegalArgumentException("a case needs a branch");
            }
        }

        @Override
        public List<Expression> children() {
            var children = new ArrayList<Expression>();
            for (When branch : branches) {
                children.add(branch.condition());
                children.add(branch.value());
            }
            if (otherwise != null) {
                children.add(otherwise);
            }
            return List.copyOf(children);
        }

        /** One branch of a case. */
        public record When(Expression condition, Expression value) {}
    }

    /** A function of one row's values; the number of arguments is one that the function takes. */
    record Call(ScalarFunction function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
            if (!function.takes(arguments.size())) {
                throw new IllegalArgumentException(function.wireName() + " takes " + function.arity());
            }
        }

        @Override
        public List<Expression> children() {
            return arguments;
        }
    }

    /**
     * A function of many rows.
     *
     * @param argument what it is taken over; null only for {@code count(*)}
     * @param distinct whether equal values count once; only for {@code count}
     * @param filter which rows count; null means all
     */
    record Aggregate(AggregateFunction function, Expression argument, boolean distinct, Expression filter)
            implements Expression {
        public Aggregate {
            boolean counts = function == AggregateFunction.COUNT;
            boolean needsValue = !counts || distinct;
            if ((argument == null && needsValue) || (distinct && !counts)) {
                throw new IllegalArgumentException("only count takes * or distinct");
            }
        }

        @Override
        public List<Expression> children() {
            return Stream.of(argument, filter).filter(Objects::nonNull).toList();
        }
    }
}
