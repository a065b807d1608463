package io.plumbline.acceptance.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the rows of an answer: numbers as doubles, a composite's parts as a map, all else as it is. */
public final class Results {
    private Results() {}

    public static List<Map<String, Object>> rows(JsonNode answer) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode result : answer.at("/data/results")) {
            rows.add(members(result));
        }
        return rows;
    }

    /** For each row, why each of its missing numbers is missing, by column. */
    public static List<Map<String, String>> reasons(JsonNode answer) {
        List<Map<String, String>> reasons = new ArrayList<>();
        answer.at("/data/results").forEach(row -> reasons.add(new LinkedHashMap<>()));
        for (JsonNode one : answer.at("/meta/emptiness")) {
            String twice = reasons.get(one.get("row").asInt())
                    .put(one.get("column").asText(), one.get("reason").asText());
            if (twice != null) {
                throw new AssertionError("two reasons of one number: " + one);
            }
        }
        return reasons;
    }

    private static Map<String, Object> members(JsonNode object) {
        Map<String, Object> members = new LinkedHashMap<>();
        object.properties().forEach(e -> members.put(e.getKey(), value(e.getValue())));
        return members;
    }

    private static Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL -> null;
            case NUMBER -> (Object) node.asDouble();
            case BOOLEAN -> (Object) node.asBoolean();
            case STRING -> node.asText();
            case OBJECT -> members(node);
            default -> throw new AssertionError("no value of a row: " + node);
        };
    }
}
