package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Filter;
import io.plumbline.spec.Operator;
import java.util.List;
import java.util.Locale;

/** A filter's operator fits the type of its field: texts have no order, times no substrings. */
final class OperatorFitsType implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        new FilterCheck(subject).tests((pointer, field, filter) -> {
            if (!Operators.of(field.type()).contains(filter.op())) {
                report(pointer, filter, field, faults);
            }
        });
    }

    private static void report(String pointer, Filter.Test filter, FilterField field, Faults faults) {
        List<String> allowed =
                Operators.of(field.type()).stream().map(Operator::wireName).toList();
        String type = field.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        faults.misfit(
                pointer + "/op",
                "operator_not_allowed",
                "`%s` does not fit `%s`, which is a %s; it takes %s."
                        .formatted(filter.op().wireName(), field.name(), type, String.join(", ", allowed)),
                allowed);
    }
}
