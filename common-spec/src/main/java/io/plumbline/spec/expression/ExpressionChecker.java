package io.plumbline.spec.expression;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Admits a template: it parses, its names exist in its place, its types fit, and aggregates stand only where a set of
 * rows is meant, never inside each other. All faults of a text that parses are reported at once.
 */
public final class ExpressionChecker {
    private ExpressionChecker() {}

    public static Checked check(String template, Scope scope) {
        var positions = new Positions();
        Expression expression;
        try {
            expression = ExpressionParser.parse(template, positions);
        } catch (ExpressionException e) {
            return new Checked.Refused(List.of(e.fault()));
        }
        var faults = new Faults(positions);
        ValueType type = new TypeCheck(scope, faults).typeOf(expression);
        new AggregateCheck(faults).check(expression, scope.kind());
        requireResult(expression, type, scope.results(), faults);
        return faults.isEmpty() ? new Checked.Accepted(expression, type) : new Checked.Refused(faults.sorted());
    }

    private static void requireResult(Expression expression, ValueType type, Set<ValueType> allowed, Faults faults) {
        if (faults.isEmpty() && !allowed.isEmpty() && !allowed.contains(type)) {
            List<String> labels = allowed.stream()
                    .sorted(Comparator.naturalOrder())
                    .map(ValueType::label)
                    .toList();
            faults.add(expression, "the whole is a " + type.label() + ", which does not fit here", labels);
        }
    }
}
