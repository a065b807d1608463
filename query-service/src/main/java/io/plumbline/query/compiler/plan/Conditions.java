package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.plan.Expr.Binary;
import io.plumbline.query.compiler.plan.Expr.Bind;
import io.plumbline.query.compiler.plan.Expr.Operator;
import io.plumbline.query.compiler.resolve.Condition;
import io.plumbline.spec.catalog.ColumnType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Writes a filter's condition on a column.
 *
 * @param name begins the names of its binds
 */
record Conditions(String name, Expr column, ColumnType type) {

    Expr of(Condition condition) {
        boolean list = type == ColumnType.TEXT_LIST;
        return switch (condition) {
            case Condition.Present present -> list ? filled(present.present()) : present(present.present());
            case Condition.OneOf oneOf -> list ? overlaps(oneOf) : oneOf(oneOf);
            case Condition.Like like ->
                list
                        ? new Expr.AnyLike(column, bind(Type.TEXT, like.pattern()))
                        : new Binary(Operator.LIKE, column, bind(Type.TEXT, like.pattern()));
            case Condition.Between between -> between(between);
            case Condition.Within within -> within(within);
        };
    }

    private Expr present(boolean present) {
        return new Expr.NullTest(column, present);
    }

    /** An empty list is no value, and so is a list that is not reached. */
    private Expr filled(boolean filled) {
        Expr size = Terms.orElse(Terms.call(Expr.Function.SIZE, column), Terms.number(0));
        return new Binary(filled ? Operator.GT : Operator.EQ, size, Terms.number(0));
    }

    private Expr overlaps(Condition.OneOf oneOf) {
        Expr overlaps = new Binary(
                Operator.OVERLAPS, column, bind(Type.TEXT_LIST, oneOf.values().toArray(String[]::new)));
        return oneOf.negated() ? new Expr.Not(Terms.orElse(overlaps, Expr.Constant.FALSE)) : overlaps;
    }

    private Expr oneOf(Condition.OneOf oneOf) {
        return type == ColumnType.NUMBER ? oneNumber(oneOf) : oneWord(oneOf);
    }

    private Expr oneNumber(Condition.OneOf oneOf) {
        if (oneOf.values().size() == 1) {
            Operator operator = oneOf.negated() ? Operator.DISTINCT_FROM : Operator.EQ;
            return new Binary(operator, column, bind(Type.DOUBLE, oneOf.values().getFirst()));
        }
        List<Expr> options = new ArrayList<>();
        for (Object value : oneOf.values()) {
            options.add(new Bind(name + "_" + (options.size() + 1), Type.DOUBLE, value));
        }
        return orMissing(new Expr.Membership(column, options, false), oneOf.negated());
    }

    private Expr between(Condition.Between between) {
        List<Expr> limits = new ArrayList<>();
        if (between.low() != null) {
            limits.add(limit(between.low(), Operator.GE, Operator.GT, "low"));
        }
        if (between.high() != null) {
            limits.add(limit(between.high(), Operator.LE, Operator.LT, "high"));
        }
        return new Expr.Every(limits);
    }

    private Expr limit(Condition.Limit limit, Operator inclusive, Operator exclusive, String suffix) {
        Bind bind = new Bind(name + "_" + suffix, Type.DOUBLE, limit.value());
        return new Binary(limit.inclusive() ? inclusive : exclusive, column, bind);
    }

    private Expr oneWord(Condition.OneOf oneOf) {
        boolean flag = type == ColumnType.BOOLEAN;
        if (oneOf.values().size() == 1) {
            Operator operator = oneOf.negated() ? Operator.DISTINCT_FROM : Operator.EQ;
            return new Binary(
                    operator,
                    column,
                    bind(flag ? Type.BOOLEAN : Type.TEXT, oneOf.values().getFirst()));
        }
        Bind values = flag
                ? bind(Type.BOOLEAN_LIST, oneOf.values().toArray(Boolean[]::new))
                : bind(Type.TEXT_LIST, oneOf.values().toArray(String[]::new));
        return orMissing(new Binary(Operator.IN_LIST, column, values), oneOf.negated());
    }

    private Expr within(Condition.Within within) {
        List<Expr> spans = new ArrayList<>();
        for (Condition.Span span : within.spans()) {
            int number = spans.size() + 1;
            spans.add(new Expr.Every(Stream.of(
                            bound(Operator.GE, "from_" + number, span.from()),
                            bound(Operator.LT, "to_" + number, span.to()))
                    .filter(Objects::nonNull)
                    .toList()));
        }
        return orMissing(new Expr.Either(spans), within.negated());
    }

    private Expr bound(Operator operator, String suffix, Instant instant) {
        return instant == null
                ? null
                : new Binary(operator, column, new Bind(name + "_" + suffix, Type.INSTANT, Frame.offset(instant)));
    }

    /** The negation of a condition also holds where there is no value. */
    private Expr orMissing(Expr condition, boolean negated) {
        return negated ? new Expr.Either(List.of(Terms.missing(column), new Expr.Not(condition))) : condition;
    }

    private Bind bind(Type type, Object value) {
        return new Bind(name, type, value);
    }
}
