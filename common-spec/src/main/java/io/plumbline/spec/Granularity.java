package io.plumbline.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A period: of the calendar in the spec's time zone. Weeks are ISO weeks: Monday to Sunday. */
public enum Granularity {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    /** No calendar period: a sprint from its start to its end. Of {@code metric_time} only. */
    SPRINT;

    /** Whether it is cut by the calendar alone. */
    public boolean isCalendar() {
        return this != SPRINT;
    }

    /** The name on the wire, for example {@code month}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The granularity of that wire name, if there is one. */
    public static Optional<Granularity> find(String wireName) {
        return Arrays.stream(values())
                .filter(g -> g.wireName().equals(wireName))
                .findFirst();
    }

    @JsonCreator
    static Granularity fromWire(String wireName) {
        return find(wireName).orElseThrow(() -> new IllegalArgumentException("unknown granularity"));
    }
}
