package io.plumbline.acceptance.oracle.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;

/** A group-by column; the grain is null for those that are no times, and for metric_time by sprint. */
public record Dim(String field, Grain grain) {
    private static final Set<String> TIMES =
            Set.of("metric_time", "created_at", "resolved_at", "sprint_start", "sprint_end");

    static Dim read(JsonNode json, Grain standard) {
        String field = json.isTextual() ? json.asText() : json.get("field").asText();
        if (json.hasNonNull("granularity")) {
            boolean bySprint = json.get("granularity").asText().equals("sprint");
            return new Dim(field, bySprint ? null : grain(json.get("granularity")));
        }
        if (!TIMES.contains(field)) {
            return new Dim(field, null);
        }
        return new Dim(field, field.equals("metric_time") && standard != null ? standard : Grain.DAY);
    }

    static Grain grain(JsonNode json) {
        return Grain.valueOf(json.asText().toUpperCase(Locale.ROOT));
    }

    public boolean isTime() {
        return grain != null || isMetricTime();
    }

    public boolean isMetricTime() {
        return field.equals("metric_time");
    }
}
