package io.plumbline.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.RandomHistory;
import io.plumbline.acceptance.history.RawTracker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A random tracker in which each text that a person wrote holds a canary. */
final class CanaryRecords {
    private static final int FEWEST_RECORDS = 50;
    private static final Set<String> TEXTS = Set.of("name", "displayName", "summary", "body", "accountId");
    private static final Set<String> FIELDS = Set.of("status", "assignee", "Sprint", "summary");

    private final String canary;

    CanaryRecords(String canary) {
        this.canary = canary;
    }

    /** The records of the first history at or after a seed that is of a useful size. */
    List<JsonNode> of(long seed) {
        for (long s = seed; ; s++) {
            RawTracker tracker = RandomHistory.of(s).getFirst();
            List<JsonNode> lines = tracker.lines();
            if (lines.size() >= FEWEST_RECORDS) {
                return lines.stream().map(this::marked).toList();
            }
        }
    }

    private JsonNode marked(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> object(object);
            case ArrayNode array -> array(array, "");
            default -> node;
        };
    }

    private ObjectNode object(ObjectNode object) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        boolean isItem =
                object.has("fieldId") && FIELDS.contains(object.path("field").asText());
        object.properties().forEach(e -> copy.set(e.getKey(), member(e.getKey(), e.getValue(), object, isItem)));
        return copy;
    }

    private JsonNode member(String name, JsonNode value, ObjectNode object, boolean isItem) {
        if (value instanceof ArrayNode array) {
            return array(array, name);
        }
        if (!value.isTextual()) {
            return marked(value);
        }
        boolean person = isItem
                && object.path("field").asText().equals("assignee")
                && Set.of("from", "to").contains(name);
        boolean told = isItem && Set.of("fromString", "toString").contains(name);
        boolean key = name.equals("key") && (object.has("name") || object.has("fields")) && object.has("id");
        if (key) {
            String[] parts = value.asText().split("-", 2);
            String project = parts[0] + canary.toUpperCase(Locale.ROOT);
            return text(parts.length == 2 ? project + "-" + parts[1] : project);
        }
        return TEXTS.contains(name) || told || person ? text(value.asText() + canary) : value;
    }

    private ArrayNode array(ArrayNode array, String name) {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        List<JsonNode> items = new ArrayList<>();
        array.forEach(i -> items.add(name.equals("labels") ? text(i.asText() + canary) : marked(i)));
        copy.addAll(items);
        return copy;
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }
}
