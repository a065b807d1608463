package io.plumbline.acceptance.oracle.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.acceptance.oracle.model.Category;
import io.plumbline.acceptance.oracle.model.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Resolves what each status id means: the tracker's status objects first, else the newest issue that is in it now, else
 * the name it has in histories.
 */
final class StatusReader {
    private static final Set<String> TODO = Set.of("open", "to do", "backlog", "reopened");
    private static final Set<String> DONE = Set.of("done", "closed", "resolved", "released");

    private final Map<String, Status> found = new HashMap<>();
    private final Map<String, Instant> seen = new HashMap<>();

    Map<String, Status> read(List<JsonNode> statuses, List<JsonNode> issues) {
        issues.forEach(this::fromHistory);
        issues.forEach(this::fromPresent);
        statuses.forEach(s -> found.put(s.get("id").asText(), status(s)));
        return found;
    }

    private void fromHistory(JsonNode issue) {
        for (Item item : Item.of(issue)) {
            if (item.isOf("status")) {
                named(item.text("from"), item.text("fromString"));
                named(item.text("to"), item.text("toString"));
            }
        }
    }

    private void named(String id, String name) {
        found.put(id, new Status(id, name, byName(name)));
    }

    private static Category byName(String name) {
        String known = name.toLowerCase(Locale.ROOT);
        if (TODO.contains(known)) {
            return Category.TODO;
        }
        return DONE.contains(known) ? Category.DONE : Category.IN_PROGRESS;
    }

    private void fromPresent(JsonNode issue) {
        JsonNode json = issue.at("/fields/status");
        String id = json.get("id").asText();
        Instant updated = Times.read(issue.at("/fields/updated"));
        if (!seen.containsKey(id) || seen.get(id).isBefore(updated)) {
            seen.put(id, updated);
            found.put(id, status(json));
        }
    }

    private static Status status(JsonNode json) {
        Category category = switch (json.at("/statusCategory/key").asText()) {
            case "new" -> Category.TODO;
            case "done" -> Category.DONE;
            default -> Category.IN_PROGRESS;
        };
        return new Status(json.get("id").asText(), json.get("name").asText(), category);
    }
}
