package io.plumbline.spec.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A value of the document and where it stands. The readings return empty after they have noted what is wrong, so that a
 * reader goes on and finds the rest.
 *
 * @param value the value; null where the member is absent
 * @param pointer JSON pointer to it
 * @param faults where to note what is wrong
 */
record Place(JsonNode value, String pointer, Faults faults) {
    private static final int LONGEST_STEP = 100;

    boolean isAbsent() {
        return value == null;
    }

    void fault(String code, String message) {
        faults.add(pointer, code, message);
    }

    /** A member of this object; absent where it has none of that name. */
    Place member(String name) {
        return new Place(value.get(name), pointer + "/" + step(name), faults);
    }

    /** The object with no members but these. */
    Optional<Place> object(Collection<String> members) {
        if (!value.isObject()) {
            return wrongType("an object");
        }
        value.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name)) {
                faults.addUnknown(
                        pointer + "/" + step(name),
                        FaultCodes.UNKNOWN_MEMBER,
                        "`%s` is not known here.".formatted(Faults.quoted(name)),
                        name,
                        members);
            }
        });
        return Optional.of(this);
    }

    /** The items of a list of at most {@code most}; of a longer one none, so that its faults stay readable. */
    List<Place> items(int most) {
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            wrongType("a list");
            return List.of();
        }
        if (value.size() > most) {
            fault(FaultCodes.TOO_MANY, "At most %d are allowed; there are %d.".formatted(most, value.size()));
            return List.of();
        }
        List<Place> items = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            items.add(new Place(value.get(i), pointer + "/" + i, faults));
        }
        return items;
    }

    /** The items of a list in which each value stands once. */
    <T> List<T> distinctItems(int most, Function<Place, Optional<T>> reading) {
        Set<T> values = new LinkedHashSet<>();
        for (Place item : items(most)) {
            reading.apply(item)
                    .filter(value -> !values.add(value))
                    .ifPresent(_ -> item.fault(FaultCodes.DUPLICATE, "This stands in the list already; keep one."));
        }
        return List.copyOf(values);
    }

    Optional<String> text() {
        return value.isTextual() ? Optional.of(value.textValue()) : wrongType("a text");
    }

    /** A whole number; {@code 5.0} is none. */
    Optional<BigDecimal> wholeNumber() {
        return value.isIntegralNumber() ? Optional.of(value.decimalValue()) : wrongType("a whole number");
    }

    /** A whole number from {@code least} to {@code most}, which must be there. */
    Optional<Integer> neededNumber(int least, int most) {
        if (isAbsent()) {
            return missing();
        }
        return wholeNumber()
                .filter(number -> {
                    boolean within = number.compareTo(BigDecimal.valueOf(least)) >= 0
                            && number.compareTo(BigDecimal.valueOf(most)) <= 0;
                    if (!within) {
                        fault(FaultCodes.OUT_OF_RANGE, "This is %d to %d.".formatted(least, most));
                    }
                    return within;
                })
                .map(BigDecimal::intValueExact);
    }

    <T> Optional<T> missing() {
        fault(FaultCodes.MISSING, "This member is needed.");
        return Optional.empty();
    }

    <T> Optional<T> wrongType(String expected) {
        String given = value.isNull() ? "null; leave the member out to use its default" : typeName(value);
        fault(FaultCodes.WRONG_TYPE, "This must be %s, not %s.".formatted(expected, given));
        return Optional.empty();
    }

    private static String step(String name) {
        String escaped = name.replace("~", "~0").replace("/", "~1");
        return escaped.length() <= LONGEST_STEP ? escaped : escaped.substring(0, LONGEST_STEP) + "…";
    }

    private static String typeName(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "a text";
            case NUMBER -> value.isIntegralNumber() ? "a whole number" : "a decimal number";
            case BOOLEAN -> "true or false";
            case NULL, BINARY, MISSING, POJO -> "nothing";
        };
    }
}
