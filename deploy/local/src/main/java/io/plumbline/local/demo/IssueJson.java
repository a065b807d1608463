package io.plumbline.local.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An issue as the tracker's REST API gives it, with changelog and comments. */
final class IssueJson {
    private final Ticket ticket;

    IssueJson(Ticket ticket) {
        this.ticket = ticket;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", Long.toString(ticket.id()));
        json.put("key", ticket.key());
        json.put("fields", fields());
        json.put("changelog", Map.of("histories", histories()));
        return json;
    }

    /** Logged work, as separate records of the tracker. */
    List<Map<String, Object>> worklogs() {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Effort effort : ticket.efforts()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", Long.toString(ticket.id() * 100 + list.size()));
            json.put("issueId", Long.toString(ticket.id()));
            json.put("author", TrackerJson.person(effort.author()));
            json.put("started", Clock.issueTime(effort.at()));
            json.put("created", Clock.issueTime(effort.at()));
            json.put("updated", Clock.issueTime(effort.at()));
            json.put("timeSpentSeconds", effort.seconds());
            list.add(json);
        }
        return list;
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("summary", ticket.summary());
        fields.put("issuetype", type(ticket.kind()));
        fields.put("project", TrackerJson.project(ticket.project()));
        fields.put("status", TrackerJson.status(ticket.state()));
        fields.put("priority", Map.of("name", ticket.priority().label()));
        fields.put("assignee", TrackerJson.person(ticket.assignee()));
        fields.put("reporter", TrackerJson.person(ticket.reporter()));
        fields.put("labels", ticket.labels());
        fields.put(
                "components",
                ticket.components().stream().map(c -> Map.of("name", c)).toList());
        fields.put("created", Clock.issueTime(ticket.created()));
        fields.put("updated", Clock.issueTime(updated()));
        fields.put("resolutiondate", ticket.resolved() == null ? null : Clock.issueTime(ticket.resolved()));
        if (ticket.parent() != null) {
            fields.put("parent", parent(ticket.parent()));
        }
        fields.put(Fields.POINTS, ticket.points());
        fields.put(Fields.SPRINT, sprints());
        fields.put(Fields.FLAGGED, ticket.flagged() ? List.of(Map.of("value", "Impediment")) : null);
        fields.put("comment", Map.of("comments", comments()));
        return fields;
    }

    private List<Map<String, Object>> sprints() {
        return ticket.sprints().stream()
                .map(s -> TrackerJson.summary(s, ticket.project()))
                .toList();
    }

    private Instant updated() {
        return ticket.remarks().stream()
                .map(Remark::at)
                .filter(ticket.last()::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(ticket.last());
    }

    private static Map<String, Object> type(Kind kind) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", kind.id());
        json.put("name", kind.label());
        json.put("subtask", kind == Kind.SUB_TASK);
        return json;
    }

    private static Map<String, Object> parent(Ticket parent) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", Long.toString(parent.id()));
        json.put("key", parent.key());
        return json;
    }

    private List<Map<String, Object>> comments() {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Remark remark : ticket.remarks()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", Long.toString(ticket.id() * 100 + list.size()));
            json.put("author", TrackerJson.person(remark.author()));
            json.put("body", remark.text());
            json.put("created", Clock.issueTime(remark.at()));
            json.put("updated", Clock.issueTime(remark.at()));
            list.add(json);
        }
        return list;
    }

    private List<Map<String, Object>> histories() {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Change change : ticket.changes()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", Long.toString(ticket.id() * 1000 + list.size()));
            json.put("author", TrackerJson.person(change.author()));
            json.put("created", Clock.issueTime(change.at()));
            json.put("items", change.items().stream().map(IssueJson::item).toList());
            list.add(json);
        }
        return list;
    }

    private static Map<String, Object> item(Change.Item item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("field", item.field());
        json.put("fieldtype", item.fieldId().startsWith("customfield_") ? "custom" : "jira");
        json.put("fieldId", item.fieldId());
        json.put("from", item.from());
        json.put("fromString", item.fromText());
        json.put("to", item.to());
        json.put("toString", item.toText());
        return json;
    }
}
