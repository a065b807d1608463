package io.plumbline.catalog.interop.told;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.catalog.Computation.Derived.Input;
import io.plumbline.spec.expression.Expression;
import java.util.List;

/** How a number is made, as far as other semantic layers have words for it. */
public sealed interface Shape {

    /**
     * One aggregate over the rows of an entity, each counting at one instant.
     *
     * @param time the column of that instant
     * @param value of one row
     * @param where which rows count; null means all
     */
    record Aggregate(String entity, String time, Aggregation aggregation, Expression value, Expression where)
            implements Shape {}

    /** One metric over another; no number where the denominator is 0. */
    record Quotient(String numerator, String denominator) implements Shape {}

    /** Arithmetic over other metrics, each in its own aggregation. */
    record Formula(Expression expression, List<Input> inputs) implements Shape {
        public Formula {
            inputs = List.copyOf(inputs);
        }
    }

    /** Nothing that others compute: values per sprint rolled up, states at an instant, deviations, clipped intervals. */
    record Untold() implements Shape {}
}
