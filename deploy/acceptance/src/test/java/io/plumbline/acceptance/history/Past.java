package io.plumbline.acceptance.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A tracker's records as they would have been exported at an instant: what happened later is not there, and present values
 * are those of then. What has no history keeps its value.
 */
public final class Past {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT);

    private final Instant at;
    private final Map<String, ObjectNode> people = new HashMap<>();
    private final Map<String, ObjectNode> statuses = new HashMap<>();
    private final Map<String, ObjectNode> sprints = new HashMap<>();

    private Past(Instant at) {
        this.at = at;
    }

    /**
     * @param lines the records of today, with each person and status that histories tell of
     * @param at what happened at this instant has happened
     */
    public static List<JsonNode> of(List<JsonNode> lines, Instant at) {
        Past past = new Past(at);
        List<JsonNode> then = new ArrayList<>();
        for (JsonNode line : lines) {
            ObjectNode copy = line.deepCopy();
            ObjectNode data = (ObjectNode) copy.get("data");
            if (past.was(line.path("kind").asText(), data)) {
                then.add(copy);
            }
        }
        return then;
    }

    /** The instants at which something happened, in order. */
    public static List<Instant> instants(List<JsonNode> lines) {
        List<Instant> instants = new ArrayList<>();
        for (JsonNode line : lines) {
            JsonNode data = line.get("data");
            if (line.path("kind").asText().equals("issue")) {
                instants.add(read(data.at("/fields/created")));
                data.at("/changelog/histories").forEach(history -> instants.add(read(history.get("created"))));
            }
            for (String member : List.of("activatedDate", "startDate", "endDate", "completeDate", "deletedAt")) {
                if (data.hasNonNull(member)) {
                    instants.add(read(data.get(member)));
                }
            }
        }
        return instants.stream().distinct().sorted().toList();
    }

    private boolean was(String kind, ObjectNode data) {
        switch (kind) {
            case "user" -> people.put(data.path("accountId").asText(), data);
            case "status" -> statuses.put(data.path("id").asText(), data);
            case "sprint" -> sprint(data);
            case "issue" -> {
                return issue(data);
            }
            default -> {}
        }
        return true;
    }

    private void sprint(ObjectNode sprint) {
        Instant start = instant(sprint, sprint.hasNonNull("activatedDate") ? "activatedDate" : "startDate");
        Instant end = instant(sprint, sprint.hasNonNull("completeDate") ? "completeDate" : "endDate");
        boolean open = !sprint.path("state").asText().equals("closed");
        if (open || (end != null && end.isAfter(at))) {
            boolean begun = start == null || !start.isAfter(at);
            boolean future = sprint.path("state").asText().equals("future");
            sprint.put("state", begun && !future ? "active" : "future");
            sprint.remove("completeDate");
            if (!begun) {
                sprint.remove("activatedDate");
            }
        }
        sprints.put(sprint.path("id").asText(), sprint);
    }

    private boolean issue(ObjectNode issue) {
        ObjectNode fields = (ObjectNode) issue.get("fields");
        if (read(fields.get("created")).isAfter(at)) {
            return false;
        }
        if (issue.hasNonNull("deletedAt") && instant(issue, "deletedAt").isAfter(at)) {
            issue.remove(List.of("deleted", "deletedAt"));
        }
        if (read(fields.get("updated")).isAfter(at)) {
            fields.put("updated", TIME.format(at.atOffset(ZoneOffset.UTC)));
        }
        dropLater((ArrayNode) fields.at("/comment/comments"));
        presentValues(fields, issue.at("/changelog/histories"));
        if (issue.hasNonNull("changelog")) {
            dropLater((ArrayNode) issue.at("/changelog/histories"));
        }
        return true;
    }

    private void dropLater(ArrayNode list) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (read(list.get(i).get("created")).isAfter(at)) {
                list.remove(i);
            }
        }
    }

    private void presentValues(ObjectNode fields, JsonNode histories) {
        Map<String, JsonNode> values = valuesOfThen(histories);
        if (values.containsKey("status")) {
            fields.set("status", statuses.get(values.get("status").path("id").asText()));
        }
        if (values.containsKey("assignee")) {
            fields.set("assignee", people.get(values.get("assignee").path("id").asText()));
        }
        if (values.containsKey("customfield_10016")) {
            JsonNode text = values.get("customfield_10016").path("text");
            fields.put("customfield_10016", text.isTextual() ? Double.valueOf(text.asText()) : null);
        }
        if (values.containsKey("customfield_10021")) {
            fields.remove("customfield_10021");
            if (!values.get("customfield_10021").path("text").asText("").isBlank()) {
                fields.putArray("customfield_10021").addObject().put("value", "Impediment");
            }
        }
        List<String> ids = new ArrayList<>();
        if (values.containsKey("customfield_10020")) {
            for (String id :
                    values.get("customfield_10020").path("id").asText("").split(", ", -1)) {
                if (!id.isBlank()) {
                    ids.add(id);
                }
            }
        } else {
            fields.path("customfield_10020")
                    .forEach(sprint -> ids.add(sprint.path("id").asText()));
        }
        ArrayNode present = fields.putArray("customfield_10020");
        ids.forEach(id -> present.add(inIssue(sprints.get(id))));
    }

    /** By field, the value after the last change that has happened, or before the first one; none where it never changed. */
    private Map<String, JsonNode> valuesOfThen(JsonNode histories) {
        List<JsonNode> ordered = new ArrayList<>();
        histories.forEach(ordered::add);
        ordered.sort(Comparator.<JsonNode, Instant>comparing(history -> read(history.get("created")))
                .thenComparing(history -> history.path("id").asInt()));
        Map<String, JsonNode> values = new HashMap<>();
        for (JsonNode history : ordered) {
            boolean happened = !read(history.get("created")).isAfter(at);
            for (JsonNode item : history.path("items")) {
                String field = item.path("fieldId").asText();
                if (happened) {
                    values.put(field, value(item, "to", "toString"));
                } else {
                    values.putIfAbsent(field, value(item, "from", "fromString"));
                }
            }
        }
        return values;
    }

    private static JsonNode value(JsonNode item, String id, String text) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        if (item.hasNonNull(id)) {
            value.set("id", item.get(id));
        }
        if (item.hasNonNull(text)) {
            value.set("text", item.get(text));
        }
        return value;
    }

    private static ObjectNode inIssue(ObjectNode sprint) {
        ObjectNode copy = sprint.deepCopy();
        copy.set("boardId", copy.remove("originBoardId"));
        copy.remove("activatedDate");
        return copy;
    }

    private static Instant instant(JsonNode object, String member) {
        return object.hasNonNull(member) ? read(object.get(member)) : null;
    }

    private static Instant read(JsonNode time) {
        String text = time.asText();
        return text.endsWith("Z")
                ? Instant.parse(text)
                : OffsetDateTime.parse(text, TIME).toInstant();
    }
}
