package io.plumbline.spec.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.plumbline.spec.Operator;
import io.plumbline.spec.SpecLimits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The value of a filter: a text, number or boolean, or a list of them, as its operator takes it. */
final class FilterValue {
    private static final Set<JsonNodeType> ANY = Set.of(JsonNodeType.STRING, JsonNodeType.NUMBER, JsonNodeType.BOOLEAN);
    private static final Set<JsonNodeType> ORDERED = Set.of(JsonNodeType.STRING, JsonNodeType.NUMBER);
    private static final Set<JsonNodeType> TEXT = Set.of(JsonNodeType.STRING);
    /** Digits of a number, and of its exponent's value. */
    private static final int DIGITS = 38;

    private FilterValue() {}

    /** The value; only for operators that take one. */
    static Optional<Object> read(Place place, Operator operator) {
        if (place.isAbsent()) {
            place.fault(FaultCodes.MISSING, "`%s` needs a value.".formatted(operator.wireName()));
            return Optional.empty();
        }
        return switch (operator) {
            case EQ, NE -> scalar(place, ANY, "a text, a number, true or false");
            case LT, LE, GT, GE -> scalar(place, ORDERED, "a text (for times) or a number");
            case LIKE, CONTAINS, STARTS_WITH -> pattern(place);
            case IN, NOT_IN -> list(place);
            case BETWEEN -> between(place);
            case IS_NULL, IS_NOT_NULL -> Optional.empty();
        };
    }

    private static Optional<Object> scalar(Place place, Set<JsonNodeType> types, String expected) {
        JsonNode value = place.value();
        if (!types.contains(value.getNodeType())) {
            return place.wrongType(expected);
        }
        return switch (value.getNodeType()) {
            case STRING -> Texts.value(place).map(Object.class::cast);
            case BOOLEAN -> Optional.of(value.booleanValue());
            case NUMBER -> number(place);
            case ARRAY, BINARY, MISSING, NULL, OBJECT, POJO -> place.wrongType(expected);
        };
    }

    private static Optional<Object> number(Place place) {
        BigDecimal number = place.value().decimalValue();
        if (number.precision() > DIGITS || Math.abs((long) number.scale()) > DIGITS) {
            place.fault(FaultCodes.OUT_OF_RANGE, "A number has at most %d digits.".formatted(DIGITS));
            return Optional.empty();
        }
        return Optional.of(plain(number));
    }

    /** One value for one number, however it was written: {@code 10}, {@code 10.0} and {@code 1e1} are the Integer 10. */
    private static Number plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        if (stripped.scale() > 0) {
            return stripped;
        }
        BigInteger whole = stripped.toBigIntegerExact();
        if (whole.bitLength() < Integer.SIZE) {
            return whole.intValueExact();
        }
        return whole.bitLength() < Long.SIZE ? (Number) whole.longValueExact() : whole;
    }

    private static Optional<Object> pattern(Place place) {
        return scalar(place, TEXT, "a text").filter(text -> {
            boolean empty = text.equals("");
            if (empty) {
                place.fault(FaultCodes.EMPTY, "An empty text would match everything; leave the filter out.");
            }
            return !empty;
        });
    }

    private static Optional<Object> list(Place place) {
        if (place.value().isArray() && place.value().isEmpty()) {
            place.fault(FaultCodes.EMPTY, "The list needs at least one value.");
            return Optional.empty();
        }
        return values(place, SpecLimits.FILTER_VALUES, ANY, "a text, a number, true or false")
                .map(Object.class::cast);
    }

    private static Optional<Object> between(Place place) {
        if (!place.value().isArray() || place.value().size() != 2) {
            place.fault(FaultCodes.INVALID_VALUE, "`between` takes a list of two values, the lower first.");
            return Optional.empty();
        }
        return values(place, 2, ORDERED, "a text (for times) or a number")
                .filter(bounds -> inOrder(place, bounds))
                .map(Object.class::cast);
    }

    private static Optional<List<Object>> values(Place place, int most, Set<JsonNodeType> types, String expected) {
        int before = place.faults().count();
        List<Object> values = place.items(most).stream()
                .map(item -> scalar(item, types, expected))
                .flatMap(Optional::stream)
                .toList();
        if (place.faults().count() > before) {
            return Optional.empty();
        }
        if (kinds(place.value()) > 1) {
            place.fault(FaultCodes.INVALID_VALUE, "The values of one list are all texts, all numbers or all booleans.");
            return Optional.empty();
        }
        return Optional.of(values);
    }

    private static long kinds(JsonNode list) {
        return list.valueStream().map(JsonNode::getNodeType).distinct().count();
    }

    private static boolean inOrder(Place place, List<Object> bounds) {
        boolean wrong = switch (bounds.getFirst()) {
            case Number _ ->
                place.value()
                                .get(0)
                                .decimalValue()
                                .compareTo(place.value().get(1).decimalValue())
                        > 0;
            case String low -> isAfter(low, (String) bounds.getLast());
            default -> false;
        };
        if (wrong) {
            place.fault(FaultCodes.WRONG_ORDER, "The lower bound comes first.");
        }
        return !wrong;
    }

    /** For days only: other texts have an order that the database alone knows. */
    private static boolean isAfter(String low, String high) {
        Optional<LocalDate> first = Dates.parse(low);
        Optional<LocalDate> last = Dates.parse(high);
        return first.isPresent() && last.isPresent() && first.get().isAfter(last.get());
    }
}
