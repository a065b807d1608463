package io.plumbline.spec.expression;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What {@link ExpressionChecker} says of a template. */
public sealed interface Checked {

    /**
     * The template is admitted.
     *
     * @param expression the tree
     * @param type the type of its value
     */
    record Accepted(Expression expression, ValueType type) implements Checked {
        /** The parameters that it uses, sorted. */
        public Set<String> parameters() {
            var names = new TreeSet<String>();
            expression.stream().forEach(part -> {
                if (part instanceof Expression.Parameter parameter) {
                    names.add(parameter.name());
                }
            });
            return names;
        }
    }

    /** The template is refused; at least one fault, in the order of the text. */
    record Refused(List<ExpressionFault> faults) implements Checked {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
