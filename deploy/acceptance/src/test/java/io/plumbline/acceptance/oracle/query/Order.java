package io.plumbline.acceptance.oracle.query;

import com.fasterxml.jackson.databind.JsonNode;

/** A key of the result order. */
public record Order(String field, boolean descending) {
    static Order read(JsonNode json) {
        return new Order(json.get("field").asText(), json.path("dir").asText().equals("desc"));
    }
}
