package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Filter;
import io.plumbline.spec.Operator;
import io.plumbline.spec.catalog.DimensionDefinition;
import java.util.List;
import java.util.Locale;

/** A filter's operator fits the type of its field: texts have no order, times no substrings. */
final class OperatorFitsType implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        subject.tests((pointer, filter) -> subject.dimension(filter.field())
                .filter(dimension -> !Operators.of(dimension.type()).contains(filter.op()))
                .ifPresent(dimension -> report(pointer, filter, dimension, faults)));
    }

    private static void report(String pointer, Filter.Test filter, DimensionDefinition dimension, Faults faults) {
        List<String> allowed =
                Operators.of(dimension.type()).stream().map(Operator::wireName).toList();
        String type = dimension.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        faults.misfit(
                pointer + "/op",
                "operator_not_allowed",
                "`%s` does not fit `%s`, which is a %s; it takes %s."
                        .formatted(filter.op().wireName(), dimension.name(), type, String.join(", ", allowed)),
                allowed);
    }
}
