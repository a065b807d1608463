package io.plumbline.spec.read;

import io.plumbline.spec.Filter;
import io.plumbline.spec.Operator;
import java.util.List;
import java.util.Optional;

/** {@code {field, op, value}}; the operator decides what value there may be. */
final class FilterShape {
    private static final List<String> MEMBERS = List.of("field", "op", "value");
    private static final List<String> OPERATORS = Texts.wireNames(Operator.values(), Operator::wireName);

    private FilterShape() {}

    static Optional<Filter> read(Place place) {
        return place.object(MEMBERS).flatMap(FilterShape::members);
    }

    private static Optional<Filter> members(Place place) {
        Place field = place.member("field");
        Optional<String> name = field.isAbsent() ? field.missing() : Texts.name(field);
        Place op = place.member("op");
        Optional<Operator> operator =
                op.isAbsent() ? op.missing() : Texts.oneOf(op, OPERATORS).flatMap(Operator::find);
        return operator.flatMap(known -> withValue(place.member("value"), name.orElse(""), known));
    }

    private static Optional<Filter> withValue(Place value, String name, Operator operator) {
        if (operator == Operator.IS_NULL || operator == Operator.IS_NOT_NULL) {
            if (!value.isAbsent()) {
                value.fault(FaultCodes.INVALID_VALUE, "`%s` takes no value.".formatted(operator.wireName()));
            }
            return Optional.of(new Filter(name, operator, null));
        }
        return FilterValue.read(value, operator).map(read -> new Filter(name, operator, read));
    }
}
