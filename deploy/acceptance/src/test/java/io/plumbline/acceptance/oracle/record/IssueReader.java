package io.plumbline.acceptance.oracle.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.acceptance.oracle.model.Issue;
import io.plumbline.acceptance.oracle.model.Project;
import io.plumbline.acceptance.oracle.model.Timeline;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads one raw issue. */
final class IssueReader {
    private final String instance;
    private final JsonNode json;
    private final JsonNode fields;
    private final List<Item> items;
    private final Instant created;
    private final Instant deleted;

    IssueReader(String instance, JsonNode json) {
        this.instance = instance;
        this.json = json;
        this.fields = json.get("fields");
        this.items = Item.of(json);
        this.created = Times.read(fields.get("created"));
        this.deleted = Times.read(json.get("deletedAt"));
    }

    Issue read() {
        JsonNode type = fields.get("issuetype");
        JsonNode project = fields.get("project");
        Timeline<Set<String>> sprints = ended(sprints());
        return new Issue(
                instance,
                json.get("id").asText(),
                json.get("key").asText(),
                new Project(
                        project.get("id").asText(),
                        project.get("key").asText(),
                        project.get("name").asText()),
                type.get("name").asText(),
                type.path("subtask").asBoolean(),
                Texts.read(fields.at("/priority/name")),
                Texts.read(fields.at("/reporter/accountId")),
                Texts.list(fields.path("labels")),
                Texts.list(fields.path("components")),
                created,
                deleted,
                !json.has("changelog"),
                ended(statuses()),
                ended(assignees()),
                ended(estimates()),
                ended(flags()),
                sprints,
                Memberships.of(sprints));
    }

    private <T> Timeline<T> ended(Timeline<T> timeline) {
        return deleted == null ? timeline : timeline.endingAt(deleted);
    }

    private List<Item> changesOf(String... names) {
        return items.stream().filter(i -> i.isOf(names)).toList();
    }

    private Timeline<String> statuses() {
        return new History<>(changesOf("status"), i -> i.text("from"), i -> i.text("to"))
                .timeline(created, fields.at("/status/id").asText());
    }

    private Timeline<String> assignees() {
        return new History<>(changesOf("assignee"), i -> i.text("from"), i -> i.text("to"))
                .timeline(created, Texts.read(fields.at("/assignee/accountId")));
    }

    private Timeline<Double> estimates() {
        JsonNode today = fields.path("customfield_10016");
        return new History<>(
                        changesOf("Story point estimate", "Story Points"),
                        i -> number(i.text("fromString")),
                        i -> number(i.text("toString")))
                .timeline(created, today.isNumber() ? (Double) today.asDouble() : null);
    }

    private Timeline<Boolean> flags() {
        boolean today = !fields.path("customfield_10021").isEmpty();
        return new History<>(changesOf("Flagged"), i -> i.text("fromString") != null, i -> i.text("toString") != null)
                .timeline(created, today);
    }

    private Timeline<Set<String>> sprints() {
        Set<String> today = new LinkedHashSet<>();
        fields.path("customfield_10020").forEach(s -> today.add(s.get("id").asText()));
        return new History<>(changesOf("Sprint"), i -> Texts.ids(i.text("from")), i -> Texts.ids(i.text("to")))
                .timeline(created, today);
    }

    private static Double number(String text) {
        return text == null ? null : Double.valueOf(text);
    }
}
