package io.plumbline.spec.read;

import io.plumbline.spec.Filter;
import io.plumbline.spec.Operator;
import io.plumbline.spec.SpecLimits;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code {field, op, value}}, where the operator decides what value there may be; or tests joined by and, or, not. */
final class FilterShape {
    private static final String AND = "and";
    private static final String OR = "or";
    private static final String NOT = "not";
    private static final List<String> MEMBERS = List.of("field", "op", "value", AND, OR, NOT);
    private static final List<String> OPERATORS = Texts.wireNames(Operator.values(), Operator::wireName);

    private final int depth;

    private FilterShape(int depth) {
        this.depth = depth;
    }

    /** All filters of a spec, which share the limit of tests. */
    static List<Filter> readAll(Place place) {
        List<Filter> filters = new FilterShape(0).list(place);
        long tests = filters.stream().flatMap(Filter::tests).count();
        if (tests > SpecLimits.FILTERS) {
            place.fault(
                    FaultCodes.TOO_MANY,
                    "At most %d conditions are allowed in all filters together; there are %d."
                            .formatted(SpecLimits.FILTERS, tests));
        }
        return filters;
    }

    private List<Filter> list(Place place) {
        return place.items(SpecLimits.FILTERS).stream()
                .map(this::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Filter> read(Place place) {
        return place.object(MEMBERS).flatMap(this::members);
    }

    private Optional<Filter> members(Place place) {
        List<String> joins = List.of(AND, OR, NOT).stream()
                .filter(name -> !place.member(name).isAbsent())
                .toList();
        if (joins.isEmpty()) {
            return test(place);
        }
        if (joins.size() > 1 || place.value().size() > 1) {
            place.fault(
                    FaultCodes.INVALID_VALUE,
                    "A filter is either `field`, `op` and `value`, or one of `and`, `or` and `not` alone.");
            return Optional.empty();
        }
        return joined(place.member(joins.getFirst()), joins.getFirst());
    }

    private Optional<Filter> joined(Place place, String join) {
        if (depth == SpecLimits.FILTER_DEPTH) {
            place.fault(
                    FaultCodes.TOO_MANY,
                    "Filters stand at most %d deep in each other.".formatted(SpecLimits.FILTER_DEPTH));
            return Optional.empty();
        }
        FilterShape deeper = new FilterShape(depth + 1);
        return switch (join) {
            case AND -> deeper.several(place, Filter.All::new);
            case OR -> deeper.several(place, Filter.Any::new);
            default -> deeper.read(place).map(Filter.Not::new);
        };
    }

    private Optional<Filter> several(Place place, Function<List<Filter>, Filter> join) {
        if (place.value().isArray() && place.value().isEmpty()) {
            place.fault(FaultCodes.EMPTY, "At least one filter is needed here.");
        }
        List<Filter> filters = list(place);
        return filters.isEmpty() ? Optional.empty() : Optional.of(join.apply(filters));
    }

    private static Optional<Filter> test(Place place) {
        Place field = place.member("field");
        Optional<String> name = field.isAbsent() ? field.missing() : Texts.column(field);
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
            return Optional.of(new Filter.Test(name, operator, null));
        }
        return FilterValue.read(value, operator).map(read -> new Filter.Test(name, operator, read));
    }
}
