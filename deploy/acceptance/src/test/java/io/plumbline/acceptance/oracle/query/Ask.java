package io.plumbline.acceptance.oracle.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * One wanted number.
 *
 * @param metric the bare name
 * @param major the wanted major version; null means the newest
 * @param agg the aggregation; null means the metric's own
 * @param column the result column
 * @param window null where each period counts alone
 * @param show null for the number itself
 * @param per null where the number is computed at once
 * @param n whether to show how many values are behind it
 * @param minN how many values it needs
 */
public record Ask(
        String metric,
        Integer major,
        String agg,
        String column,
        Map<String, Integer> params,
        Window window,
        Show show,
        Per per,
        boolean n,
        int minN) {
    static Ask read(JsonNode json) {
        String[] name = json.get("name").asText().split("@", 2);
        Integer major = name.length == 2 ? Integer.valueOf(name[1]) : null;
        String column = json.hasNonNull("as") ? json.get("as").asText() : name[0];
        Map<String, Integer> params = new HashMap<>();
        json.path("params")
                .properties()
                .forEach(e -> params.put(e.getKey(), e.getValue().asInt()));
        return new Ask(
                name[0],
                major,
                json.hasNonNull("agg") ? json.get("agg").asText() : null,
                column,
                params,
                Window.read(json.path("window")),
                Show.read(json.path("show")),
                Per.read(json.path("per")),
                json.path("n").asBoolean(),
                json.path("min_n").asInt());
    }
}
