package io.plumbline.spec.expression;

import io.plumbline.spec.expression.Expression.Aggregate;
import io.plumbline.spec.expression.Expression.Column;

/** Where aggregates may stand: nowhere in a row's value; around every column of a set's value, and never nested. */
final class AggregateCheck {
    private final Faults faults;

    AggregateCheck(Faults faults) {
        this.faults = faults;
    }

    void check(Expression expression, Scope.Kind kind) {
        switch (kind) {
            case ROW -> refuseAggregates(expression, "this template is the value of one row and takes no aggregate");
            case AGGREGATE -> requireAggregate(expression);
        }
    }

    private void requireAggregate(Expression expression) {
        if (!expression.hasAggregate()) {
            faults.add(
                    expression,
                    "this template is the value of many rows and needs an aggregate",
                    AggregateFunction.wireNames());
            return;
        }
        checkOutside(expression);
    }

    private void checkOutside(Expression part) {
        switch (part) {
            case Aggregate aggregate -> checkInside(aggregate);
            case Column column -> faults.add(column, "a column must stand inside an aggregate here");
            case Expression other -> other.children().forEach(this::checkOutside);
        }
    }

    private void checkInside(Aggregate aggregate) {
        for (Expression child : aggregate.children()) {
            refuseAggregates(child, "an aggregate may not stand inside another");
        }
    }

    private void refuseAggregates(Expression expression, String message) {
        expression.stream().filter(Aggregate.class::isInstance).forEach(inner -> faults.add(inner, message));
    }
}
