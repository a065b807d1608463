package io.plumbline.acceptance.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** An issue under construction: begins with its fields at creation and changes by saves, which make the changelog. */
public final class RawIssue {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT)
            .withZone(ZoneId.of("Europe/Prague"));

    private final int id;
    private final Instant created;
    private final List<ObjectNode> histories = new ArrayList<>();
    private RawProject project;
    private String type = "Story";
    private String priority = "Medium";
    private RawPerson reporter;
    private Set<String> labels = Set.of();
    private Set<String> components = Set.of();
    private int comments;
    private boolean changelog = true;
    private int missingHistories;
    private Instant updated;
    private Instant deleted;
    private int nextHistory;
    RawStatus status = RawStatus.TO_DO;
    Set<RawSprint> sprints = Set.of();
    Double points;
    RawPerson assignee;
    boolean flagged;

    public RawIssue(int id, RawProject project, Instant created) {
        this.id = id;
        this.project = project;
        this.created = created;
        this.updated = created;
        this.nextHistory = 8;
    }

    public static RawIssue of(int id, String created) {
        return new RawIssue(id, RawProject.PAY, Instant.parse(created));
    }

    public RawIssue type(String value) {
        type = value;
        return this;
    }

    public RawIssue priority(String value) {
        priority = value;
        return this;
    }

    public RawIssue reporter(RawPerson value) {
        reporter = value;
        return this;
    }

    public RawIssue labels(String... values) {
        labels = new TreeSet<>(List.of(values));
        return this;
    }

    public RawIssue components(String... values) {
        components = new TreeSet<>(List.of(values));
        return this;
    }

    public RawIssue status(RawStatus value) {
        status = value;
        return this;
    }

    public RawIssue sprints(RawSprint... values) {
        sprints = Set.of(values);
        return this;
    }

    public RawIssue points(double value) {
        points = value;
        return this;
    }

    public RawIssue assignee(RawPerson value) {
        assignee = value;
        return this;
    }

    public RawIssue flagged() {
        flagged = true;
        return this;
    }

    /** So many comments, made at creation. */
    public RawIssue comments(int count) {
        comments = count;
        return this;
    }

    /** The tracker gives no history of it. */
    public RawIssue withoutChangelog() {
        changelog = false;
        return this;
    }

    /** The tracker has more histories than it gives with the issue. */
    public RawIssue truncatedChangelog(int missing) {
        missingHistories = missing;
        return this;
    }

    /** Moved to another project after all that happened. */
    public RawIssue movedTo(RawProject other) {
        project = other;
        return this;
    }

    public RawIssue deleted(Instant at) {
        deleted = at;
        touch(at);
        return this;
    }

    /** The present value says otherwise than the history, which wins. */
    public RawIssue presentlySaid(RawStatus other) {
        status = other;
        return this;
    }

    public RawSave at(String instant) {
        return at(Instant.parse(instant));
    }

    /** Opens a save; several may share an instant, and their ids tell the order. */
    public RawSave at(Instant at) {
        return new RawSave(this, at);
    }

    void add(Instant at, List<ObjectNode> items) {
        ObjectNode history = JsonNodeFactory.instance.objectNode();
        history.put("id", Integer.toString(nextHistory++));
        history.put("created", TIME.format(at));
        history.putArray("items").addAll(items);
        // Trackers tell the newest first.
        histories.addFirst(history);
        touch(at);
    }

    private void touch(Instant at) {
        updated = at.isAfter(updated) ? at : updated;
    }

    Instant created() {
        return created;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", Integer.toString(id));
        json.put("key", project.key() + "-" + id);
        json.set("fields", fields());
        if (changelog) {
            json.putObject("changelog")
                    .put("total", histories.size() + missingHistories)
                    .putArray("histories")
                    .addAll(histories);
        }
        if (deleted != null) {
            json.put("deleted", true).put("deletedAt", deleted.toString());
        }
        return json;
    }

    private ObjectNode fields() {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("summary", "Issue " + id);
        fields.putObject("issuetype").put("name", type).put("subtask", type.equals("Sub-task"));
        fields.set("project", project.json());
        fields.set("status", status.json());
        fields.set("assignee", assignee == null ? null : assignee.json());
        fields.set("reporter", reporter == null ? null : reporter.json());
        if (priority != null) {
            fields.putObject("priority").put("name", priority);
        }
        labels.forEach(fields.putArray("labels")::add);
        var list = fields.putArray("components");
        components.forEach(c -> list.addObject().put("name", c));
        fields.put("created", TIME.format(created));
        // No two issues share it: of two that show a status differently the newer one counts.
        fields.put("updated", TIME.format(updated.plusMillis(id)));
        fields.putNull("resolutiondate");
        fields.put("customfield_10016", points);
        var present = fields.putArray("customfield_10020");
        sprints.stream().sorted(Comparator.comparing(RawSprint::id)).forEach(s -> present.add(s.inIssue()));
        if (flagged) {
            fields.putArray("customfield_10021").addObject().put("value", "Impediment");
        }
        fields.putObject("comment").set("comments", comments());
        return fields;
    }

    private ArrayNode comments() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < comments; i++) {
            ObjectNode comment = list.addObject();
            comment.put("id", Integer.toString(id * 100 + i));
            comment.put("body", "Comment " + i);
            comment.put("created", TIME.format(created));
            comment.put("updated", TIME.format(created));
        }
        return list;
    }
}
