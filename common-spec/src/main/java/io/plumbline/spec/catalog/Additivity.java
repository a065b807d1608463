package io.plumbline.spec.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which sums of a metric's numbers mean something. */
public enum Additivity {
    /** Numbers of disjoint groups and periods may be summed: issues created. */
    ADDITIVE,
    /** Numbers of disjoint groups may be summed, those of different periods may not: issues in progress. */
    SEMI_ADDITIVE,
    /** A sum means nothing: averages, percentiles, ratios, distinct counts of what recurs. */
    NON_ADDITIVE;

    /** The name on the wire, for example {@code semi_additive}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Additivity fromWire(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
