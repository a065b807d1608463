package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Operator;
import io.plumbline.spec.catalog.ColumnType;
import java.util.EnumSet;
import java.util.Set;

/** A text that is compared as a whole with a field of a closed set is one of the set. */
final class ValueInClosedSet implements Rule {
    private static final Set<Operator> WHOLE = EnumSet.of(Operator.EQ, Operator.NE, Operator.IN, Operator.NOT_IN);

    @Override
    public void check(Subject subject, Faults faults) {
        new FilterCheck(subject).values((pointer, field, filter, value) -> {
            boolean closed = field.type() == ColumnType.TEXT && !field.values().isEmpty();
            if (closed
                    && WHOLE.contains(filter.op())
                    && value instanceof String text
                    && !field.values().contains(text)) {
                faults.unknown(
                        pointer,
                        "unknown_filter_value",
                        Faults.quoted(text) + " is no value of `" + field.name() + "`.",
                        text,
                        field.values());
            }
        });
    }
}
