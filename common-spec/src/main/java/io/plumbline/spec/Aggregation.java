package io.plumbline.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How values roll up. {@code MEDIAN} is {@code P50}; percentiles interpolate; {@code STDDEV} is the deviation of a
 * sample, null of fewer than two values; {@code LAST} is for snapshots only.
 */
public enum Aggregation {
    COUNT,
    COUNT_DISTINCT,
    SUM,
    AVG,
    MIN,
    MAX,
    MEDIAN,
    P25,
    P50,
    P75,
    P85,
    P90,
    P95,
    STDDEV,
    LAST;

    /** The name on the wire, for example {@code count_distinct}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The aggregation of that wire name, if there is one. */
    public static Optional<Aggregation> find(String wireName) {
        return Arrays.stream(values())
                .filter(a -> a.wireName().equals(wireName))
                .findFirst();
    }

    @JsonCreator
    static Aggregation fromWire(String wireName) {
        return find(wireName).orElseThrow(() -> new IllegalArgumentException("unknown aggregation"));
    }
}
