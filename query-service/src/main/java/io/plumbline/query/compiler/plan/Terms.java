package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.plan.Expr.Binary;
import io.plumbline.query.compiler.plan.Expr.Call;
import io.plumbline.query.compiler.plan.Expr.Function;
import io.plumbline.query.compiler.plan.Expr.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Short words for the expressions that the planner writes most. */
final class Terms {
    private Terms() {}

    static Expr column(String source, String name) {
        return new Expr.Column(source, name);
    }

    static Expr eq(Expr left, Expr right) {
        return new Binary(Operator.EQ, left, right);
    }

    static Expr less(Expr left, Expr right) {
        return new Binary(Operator.LT, left, right);
    }

    static Expr atMost(Expr left, Expr right) {
        return new Binary(Operator.LE, left, right);
    }

    static Expr atLeast(Expr left, Expr right) {
        return new Binary(Operator.GE, left, right);
    }

    static Expr minus(Expr left, Expr right) {
        return new Binary(Operator.SUBTRACT, left, right);
    }

    static Expr times(Expr left, Expr right) {
        return new Binary(Operator.MULTIPLY, left, right);
    }

    static Expr over(Expr left, Expr right) {
        return new Binary(Operator.DIVIDE, left, nullIfZero(right));
    }

    static Expr nullIfZero(Expr value) {
        return call(Function.NULLIF, value, number(0));
    }

    static Expr call(Function function, Expr... arguments) {
        return new Call(function, List.of(arguments));
    }

    static Expr orElse(Expr value, Expr otherwise) {
        return call(Function.COALESCE, value, otherwise);
    }

    static Expr exists(Expr value) {
        return new Expr.NullTest(value, true);
    }

    static Expr missing(Expr value) {
        return new Expr.NullTest(value, false);
    }

    /** All conditions of both. */
    static List<Expr> all(List<Expr> some, List<Expr> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    static Expr when(Expr condition, Expr value) {
        return new Expr.Case(List.of(new Expr.When(condition, value)), null);
    }

    static Expr number(long value) {
        return new Expr.Constant(value);
    }

    /** An exact decimal. */
    static Expr number(double value) {
        return new Expr.Constant(BigDecimal.valueOf(value));
    }

    static Expr text(String value) {
        return new Expr.Constant(value);
    }

    static Expr cast(Expr value, Type type) {
        return new Expr.Cast(value, type);
    }

    static Expr countOfRows(Expr filter) {
        return new Expr.Aggregate(Expr.Aggregate.Kind.COUNT, null, false, filter);
    }

    static Expr countOfDistinct(Expr value) {
        return new Expr.Aggregate(Expr.Aggregate.Kind.COUNT, value, true, null);
    }

    static Expr aggregate(Expr.Aggregate.Kind kind, Expr argument) {
        return new Expr.Aggregate(kind, argument, false, null);
    }
}
