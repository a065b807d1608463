package io.plumbline.acceptance.oracle.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A second stage: over which finer groups a number is rolled up, and how. */
public record Per(List<Dim> dims, String agg) {
    static Per read(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        List<Dim> dims = new ArrayList<>();
        json.path("dimensions").forEach(d -> dims.add(Dim.read(d, null)));
        return new Per(dims, json.path("agg").asText("avg"));
    }

    /** Whether periods are among the finer groups. */
    public boolean isByTime() {
        return dims.stream().anyMatch(Dim::isMetricTime);
    }
}
