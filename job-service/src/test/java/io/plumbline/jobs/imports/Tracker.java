package io.plumbline.jobs.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes tracker records by hand, as Jira Cloud's REST API gives them. */
final class Tracker {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> STATUS_NAMES =
            Map.of("1", "To Do", "3", "In Progress", "4", "Blocked", "5", "Done", "6", "Closed");
    private static final Map<String, String> CATEGORY_KEYS =
            Map.of("1", "new", "3", "indeterminate", "4", "indeterminate", "5", "done", "6", "done");

    private Tracker() {}

    static String line(String kind, Map<String, ?> data) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("kind", kind);
        record.put("data", data);
        try {
            return JSON.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> status(String id) {
        return map("id", id, "name", STATUS_NAMES.get(id), "statusCategory", map("key", CATEGORY_KEYS.get(id)));
    }

    static Map<String, Object> sprint(String id, String state, String start, String end, String completed) {
        return map(
                "id",
                Integer.parseInt(id),
                "name",
                "Sprint " + id,
                "state",
                state,
                "originBoardId",
                7,
                "startDate",
                start,
                "endDate",
                end,
                "completeDate",
                completed);
    }

    static Map<String, Object> user(String id, String name) {
        return map("accountId", id, "displayName", name);
    }

    /** Members by name and value; a null value stays. */
    static Map<String, Object> map(Object... members) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            map.put((String) members[i], members[i + 1]);
        }
        return map;
    }

    static Issue issue(String id, String key, String created) {
        return new Issue(id, key, created);
    }

    /** One issue; a story in status 1 of project PAY with an empty changelog, unless told otherwise. */
    static final class Issue {
        private final Map<String, Object> data = new LinkedHashMap<>();
        private final Map<String, Object> fields = new LinkedHashMap<>();
        private final List<Map<String, Object>> histories = new ArrayList<>();

        private Issue(String id, String key, String created) {
            data.put("id", id);
            data.put("key", key);
            fields.put("project", map("id", "10", "key", "PAY", "name", "Payments"));
            fields.put("summary", "Summary of " + key);
            fields.put("issuetype", map("id", "1", "name", "Story", "subtask", false));
            fields.put("priority", map("id", "3", "name", "Medium"));
            fields.put("status", status("1"));
            fields.put("created", created);
            fields.put("updated", created);
            fields.put("labels", List.of());
            data.put("fields", fields);
            data.put("changelog", map("histories", histories));
        }

        Issue field(String name, Object value) {
            fields.put(name, value);
            return this;
        }

        Issue member(String name, Object value) {
            data.put(name, value);
            return this;
        }

        Issue points(Number points) {
            return field("customfield_10016", points);
        }

        Issue in(String statusId) {
            return field("status", status(statusId));
        }

        Issue history(String id, String at, Item... items) {
            histories.add(map(
                    "id",
                    id,
                    "created",
                    at,
                    "author",
                    user("u1", "Ana Novak"),
                    "items",
                    Stream.of(items).map(Item::members).toList()));
            fields.put("updated", at);
            return this;
        }

        /** How many histories the tracker says there are. */
        Issue total(int histories) {
            data.put("changelog", map("total", histories, "histories", this.histories));
            return this;
        }

        Issue withoutChangelog() {
            data.remove("changelog");
            return this;
        }

        String line() {
            return Tracker.line("issue", data);
        }
    }

    static Item moved(String from, String to) {
        return item("status", "status", from, STATUS_NAMES.get(from), to, STATUS_NAMES.get(to));
    }

    static Item sprints(String from, String to) {
        return item("Sprint", "customfield_10020", from, from, to, to);
    }

    static Item estimated(String from, String to) {
        return item("Story point estimate", "customfield_10016", null, from, null, to);
    }

    static Item flagged(boolean on) {
        return item("Flagged", "customfield_10021", "", on ? "" : "Impediment", "", on ? "Impediment" : "");
    }

    static Item assigned(String from, String to) {
        return item("assignee", "assignee", from, from, to, to);
    }

    /** One item of a changelog. */
    record Item(Map<String, Object> members) {}

    private static Item item(String field, String fieldId, String from, String fromText, String to, String toText) {
        return new Item(map(
                "field",
                field,
                "fieldId",
                fieldId,
                "fieldtype",
                fieldId.startsWith("custom") ? "custom" : "jira",
                "from",
                from,
                "fromString",
                fromText,
                "to",
                to,
                "toString",
                toText));
    }
}
