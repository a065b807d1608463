package io.plumbline.jobs.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds sprint objects in a field's value: an object, a list of objects, or the texts in which old servers print them. */
public final class SprintObjects {
    private static final String PRINTED = "com.atlassian.greenhopper.service.sprint.Sprint";

    private SprintObjects() {}

    /** The sprints; empty where the value holds none. */
    public static List<SprintFacts> in(JsonNode value, String pointer) {
        List<SprintFacts> found = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(element -> add(found, element, pointer));
        } else {
            add(found, value, pointer);
        }
        return found;
    }

    private static void add(List<SprintFacts> found, JsonNode value, String pointer) {
        JsonNode object = value.isTextual() && value.asText().startsWith(PRINTED) ? printed(value.asText()) : value;
        if (object.isObject() && looksLikeSprint(object)) {
            SprintFacts sprint = FactReader.sprint(object, pointer);
            if (sprint != null) {
                found.add(sprint);
            }
        }
    }

    /** Other objects (a request's status, a team) can have id, name and state as well, but not these states. */
    private static boolean looksLikeSprint(JsonNode object) {
        return switch (object.path("state").asText("").toLowerCase(Locale.ROOT)) {
            case "future", "active", "closed" -> true;
            default -> false;
        };
    }

    /** {@code …Sprint@1f[id=7,rapidViewId=2,state=CLOSED,name=Seven,startDate=…]}. */
    private static ObjectNode printed(String text) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        int open = text.indexOf('[');
        int close = text.lastIndexOf(']');
        if (open < 0 || close < open) {
            return object;
        }
        for (String member : text.substring(open + 1, close).split(",(?=\\w+=)", -1)) {
            int equals = member.indexOf('=');
            if (equals > 0) {
                String name = member.substring(0, equals);
                object.put(name.equals("rapidViewId") ? "originBoardId" : name, member.substring(equals + 1));
            }
        }
        return object;
    }
}
