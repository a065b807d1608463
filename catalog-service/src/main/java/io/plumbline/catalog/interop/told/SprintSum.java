package io.plumbline.catalog.interop.told;

import io.plumbline.spec.expression.AggregateFunction;
import io.plumbline.spec.expression.Expression;
import io.plumbline.spec.expression.Expression.Aggregate;
import io.plumbline.spec.expression.Expression.Call;
import io.plumbline.spec.expression.Expression.NumberLiteral;
import io.plumbline.spec.expression.ScalarFunction;
import java.util.Optional;

/** A sum per sprint, summed over sprints, is one sum over their rows. Other values per sprint are not. */
record SprintSum(Expression value, Expression where) {
    static Optional<SprintSum> of(Expression template) {
        return coalesced(template) instanceof Aggregate sum && sum.function() == AggregateFunction.SUM
                ? Optional.of(new SprintSum(sum.argument(), sum.filter()))
                : Optional.empty();
    }

    private static Expression coalesced(Expression template) {
        boolean zero = template instanceof Call call
                && call.function() == ScalarFunction.COALESCE
                && call.arguments().size() == 2
                && call.arguments().get(1) instanceof NumberLiteral number
                && number.value().signum() == 0;
        return zero ? template.children().getFirst() : template;
    }
}
