package io.plumbline.acceptance.oracle.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in the place of the number.
 *
 * @param share a part of a total in percent; else a place
 * @param within the dimensions that the rows of a total or ranking agree on
 * @param ascending whether the least number has the first place
 */
public record Show(boolean share, List<String> within, boolean ascending) {
    static Show read(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        List<String> within = new ArrayList<>();
        json.path("within").forEach(d -> within.add(d.asText()));
        return new Show(
                json.get("type").asText().equals("percent_of_total"),
                within,
                json.path("dir").asText().equals("asc"));
    }
}
