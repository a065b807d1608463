package io.plumbline.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which earlier range an answer is compared with. */
public enum Comparison {
    /** The same number of calendar units before the range; of days where the range is not of whole units. */
    PREVIOUS_PERIOD,
    /** The same dates a year earlier. */
    PREVIOUS_YEAR,
    /** The mean of the values of the sprints before it on the same board; of an axis of sprints only. */
    PREVIOUS_SPRINTS;

    /** The name on the wire, for example {@code previous_year}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The comparison of that wire name, if there is one. */
    public static Optional<Comparison> find(String wireName) {
        return Arrays.stream(values())
                .filter(c -> c.wireName().equals(wireName))
                .findFirst();
    }

    @JsonCreator
    static Comparison fromWire(String wireName) {
        return find(wireName).orElseThrow(() -> new IllegalArgumentException("unknown comparison"));
    }
}
