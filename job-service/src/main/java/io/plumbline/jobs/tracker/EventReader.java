package io.plumbline.jobs.tracker;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Reads what a Jira webhook sends. Its bodies hold a part only: an issue's fields and one entry of its changelog; a comment
 * and a stub of its issue; a worklog with the issue's id; a sprint.
 */
final class EventReader {
    /** What is read, for people. */
    static final String EVENTS =
            "jira:issue_created, jira:issue_updated, jira:issue_deleted, comment_created, comment_updated, comment_deleted,"
                    + " worklog_created, worklog_updated, worklog_deleted, sprint_created, sprint_updated, sprint_started,"
                    + " sprint_closed, sprint_deleted";

    private final ObjectCodec codec;
    private final JsonNode body;
    private final Instant at;

    private EventReader(ObjectCodec codec, JsonNode body) {
        this.codec = codec;
        this.body = body;
        this.at = timestamp(body);
    }

    static TrackerRecord read(ObjectCodec codec, JsonNode body) throws IOException {
        return new EventReader(codec, body).read();
    }

    private TrackerRecord read() throws IOException {
        String event = body.path("webhookEvent").asText("");
        return switch (event) {
            case "jira:issue_created" -> issue(true);
            case "jira:issue_updated" -> issue(false);
            case "jira:issue_deleted" -> new Tombstone(id("issue"), at);
            case "comment_created", "comment_updated" -> ActivityReader.comment(cursor(object("comment")), id("issue"));
            case "comment_deleted" -> new Removal(Removal.Kind.COMMENT, id("comment"), id("issue"), at);
            case "worklog_created", "worklog_updated" -> ActivityReader.worklog(cursor(object("worklog")), null);
            case "worklog_deleted" ->
                new Removal(Removal.Kind.WORKLOG, id("worklog"), text(object("worklog"), "issueId", "worklog"), at);
            case "sprint_created", "sprint_updated", "sprint_started", "sprint_closed" ->
                new SprintNews(
                        FactReader.required(
                                FactReader.sprint(object("sprint"), "/data/sprint"), "a sprint", "id, name and state"),
                        at);
            case "sprint_deleted" -> new Removal(Removal.Kind.SPRINT, id("sprint"), null, at);
            default ->
                throw new InvalidRecord(
                        "unknown event \"%s\"; allowed: %s".formatted(Texts.excerpt(event, 60), EVENTS));
        };
    }

    private IssueEvent issue(boolean born) throws IOException {
        ObjectNode data = object("issue").deepCopy();
        data.remove("changelog");
        String fields = line(data);
        ObjectNode change = change(data.path("fields").path("updated"));
        if (change != null) {
            data.putObject("changelog").putArray("histories").add(change);
        }
        if (!(new IssueReader(cursor(data)).read() instanceof IssueRecord issue)) {
            throw new InvalidRecord("/data/issue/fields is missing");
        }
        IssueEvent.ChangeEntry entry = change == null
                ? null
                : new IssueEvent.ChangeEntry(change.path("id").asText(), issue.updated(), change.toString());
        return new IssueEvent(issue, at, born, fields, entry);
    }

    /** The entry as the changelog itself holds it: there it has the time of the issue's update. Null where there is none. */
    private ObjectNode change(JsonNode updated) {
        JsonNode changelog = body.path("changelog");
        if (!changelog.path("items").isArray() || changelog.path("items").isEmpty()) {
            return null;
        }
        if (!updated.isTextual()) {
            throw new InvalidRecord("/data/issue/fields/updated is missing");
        }
        ObjectNode change = JsonNodeFactory.instance.objectNode();
        change.put("id", text(changelog, "id", "changelog"));
        change.set("created", updated);
        JsonNode author = body.path("user");
        if (author.isObject()) {
            ObjectNode kept = change.putObject("author");
            for (String member : new String[] {"accountId", "key", "name", "displayName"}) {
                if (author.path(member).isTextual()) {
                    kept.set(member, author.path(member));
                }
            }
        }
        change.set("items", changelog.path("items"));
        return change;
    }

    private static String line(ObjectNode data) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("kind", "issue");
        line.set("data", data);
        return line.toString();
    }

    private ObjectNode object(String member) {
        if (body.path(member) instanceof ObjectNode object) {
            return object;
        }
        throw new InvalidRecord("/data/%s is missing".formatted(member));
    }

    private String id(String member) {
        return text(object(member), "id", member);
    }

    private static String text(JsonNode object, String member, String place) {
        JsonNode value = object.path(member);
        String text = value.isTextual() || value.isNumber() ? value.asText().strip() : "";
        if (text.isEmpty() || text.length() > 255) {
            throw new InvalidRecord("/data/%s/%s is missing".formatted(place, member));
        }
        return text;
    }

    private static Instant timestamp(JsonNode body) {
        JsonNode millis = body.path("timestamp");
        if (!millis.isIntegralNumber() || !millis.canConvertToLong()) {
            throw new InvalidRecord("/data/timestamp is missing; expected the event's time in milliseconds since 1970");
        }
        try {
            Instant instant = Instant.ofEpochMilli(millis.asLong());
            if (instant.isAfter(Instant.EPOCH) && instant.isBefore(Instant.parse("3000-01-01T00:00:00Z"))) {
                return instant;
            }
        } catch (DateTimeException e) {
            // The reason below says it better.
        }
        throw new InvalidRecord("/data/timestamp is no time in milliseconds since 1970");
    }

    private JsonCursor cursor(JsonNode node) throws IOException {
        JsonParser parser = node.traverse(codec);
        parser.nextToken();
        return new JsonCursor(parser);
    }
}
