package io.plumbline.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;

/**
 * One group-by column, named by {@code field} in the answer. Written as a bare name or as {@code {field, granularity}}.
 *
 * @param field a dimension of the catalog, or {@link #METRIC_TIME}
 * @param granularity the period of a time dimension; null for other dimensions, and day for a time dimension without one
 */
public record Dimension(String field, Granularity granularity) {
    /** Each measure's own event time. */
    public static final String METRIC_TIME = "metric_time";

    public static Dimension of(String field) {
        return new Dimension(field, null);
    }

    @JsonCreator
    static Dimension fromText(String field) {
        return of(field);
    }

    @JsonCreator
    static Dimension fromObject(
            @JsonProperty("field") String field, @JsonProperty("granularity") Granularity granularity) {
        return new Dimension(field, granularity);
    }

    @JsonValue
    Object toJson() {
        return granularity == null ? field : Map.of("field", field, "granularity", granularity);
    }
}
