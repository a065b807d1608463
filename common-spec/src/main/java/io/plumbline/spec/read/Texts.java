package io.plumbline.spec.read;

import io.plumbline.spec.SpecLimits;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Readings of texts: names of a form, members of a closed set, free values. */
final class Texts {
    private static final String NAME = "[a-z][a-z0-9_]{0,62}";
    private static final Pattern FIELD = Pattern.compile(NAME);
    private static final Pattern METRIC = Pattern.compile(NAME + "(@[0-9]{1,3})?");
    /** A measure's column, also with what a comparison appends. */
    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]{0,73}");

    private Texts() {}

    /** The name of a dimension, parameter or chart type, or an {@code as}. */
    static Optional<String> name(Place place) {
        return matching(place, FIELD, "A name is lower case letters, digits and `_`, at most 63, a letter first.");
    }

    /** The name of a metric, perhaps with its major version. */
    static Optional<String> metric(Place place) {
        return matching(
                place,
                METRIC,
                "A metric's name is lower case letters, digits and `_`, at most 63, a letter first;"
                        + " its major version may follow, as in `velocity@1`.");
    }

    /** The name of a column of the answer. */
    static Optional<String> column(Place place) {
        return matching(place, COLUMN, "A column's name is lower case letters, digits and `_`, a letter first.");
    }

    /** A text that is one of the allowed. */
    static Optional<String> oneOf(Place place, List<String> allowed) {
        return place.text().filter(text -> {
            boolean known = allowed.contains(text);
            if (!known) {
                place.faults()
                        .addUnknown(
                                place.pointer(),
                                FaultCodes.UNKNOWN_VALUE,
                                "`%s` is not one of the allowed values.".formatted(Faults.quoted(text)),
                                text,
                                allowed);
            }
            return known;
        });
    }

    /** A text to compare with: any, but of bounded length and without control characters. */
    static Optional<String> value(Place place) {
        return place.text().filter(text -> {
            int length = text.codePointCount(0, text.length());
            if (length > SpecLimits.VALUE_LENGTH) {
                place.fault(
                        FaultCodes.TOO_LONG,
                        "A value has at most %d characters; this has %d.".formatted(SpecLimits.VALUE_LENGTH, length));
                return false;
            }
            if (isUnprintable(text)) {
                place.fault(FaultCodes.CONTROL_CHARACTER, "A value has no control characters (NUL, tab, line end …).");
                return false;
            }
            return true;
        });
    }

    /** The values' wire names, in their order. */
    static <E> List<String> wireNames(E[] values, Function<E, String> wireName) {
        return Arrays.stream(values).map(wireName).toList();
    }

    private static Optional<String> matching(Place place, Pattern form, String rule) {
        return place.text().filter(text -> {
            boolean matches = form.matcher(text).matches();
            if (!matches) {
                place.faults().addUnknown(place.pointer(), FaultCodes.INVALID_NAME, rule, text, likeName(text, form));
            }
            return matches;
        });
    }

    /** The text as it would be were it written as names are: `Lead Time` is `lead_time`. */
    private static Collection<String> likeName(String text, Pattern form) {
        String name = text.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
        return form.matcher(name).matches() ? List.of(name) : List.of();
    }

    private static boolean isUnprintable(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
