package io.plumbline.jobs.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads one issue. */
final class IssueReader {
    private final JsonCursor cursor;
    private final ChangelogReader changelog;
    private String id;
    private String key;
    private boolean deleted;
    private Instant deletedAt;
    private boolean hasFields;
    private ProjectFacts project;
    private String summary;
    private String type;
    private boolean subtask;
    private String priority;
    private StatusFacts status;
    private UserFacts assignee;
    private UserFacts reporter;
    private final List<UserFacts> people = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<String> components = new ArrayList<>();
    private String environment;
    private Instant created;
    private Instant updated;
    private final List<SprintFacts> sprints = new ArrayList<>();
    private final Map<String, JsonNode> custom = new TreeMap<>();
    private final Map<String, String> names = new TreeMap<>();
    private final List<CommentRecord> comments = new ArrayList<>();
    private final List<WorklogRecord> worklogs = new ArrayList<>();

    IssueReader(JsonCursor cursor) {
        this.cursor = cursor;
        this.changelog = new ChangelogReader(cursor, people);
    }

    /** An {@link IssueRecord}, or a {@link Tombstone} where the object only tells of a deletion. */
    TrackerRecord read() throws IOException {
        cursor.members(member -> {
            switch (member) {
                case "id" -> id = cursor.name();
                case "key" -> key = cursor.name();
                case "deleted" -> deleted = cursor.truth();
                case "deletedAt" -> deletedAt = cursor.instant();
                case "updated" -> updated = updated == null ? cursor.instant() : updated;
                case "names" -> cursor.members(field -> readName(field));
                case "changelog" -> changelog.read();
                case "fields" -> {
                    hasFields = !cursor.isNull();
                    cursor.members(this::field);
                }
                default -> {}
            }
        });
        require(id, "id");
        if (deleted && (!hasFields || created == null)) {
            return new Tombstone(id, deletedAt == null ? updated : deletedAt);
        }
        return issue();
    }

    private void readName(String field) throws IOException {
        String name = cursor.text();
        if (name != null && field.startsWith("customfield_")) {
            names.put(field, name);
        }
    }

    private void field(String member) throws IOException {
        switch (member) {
            case "project" -> project = FactReader.project(cursor);
            case "summary" -> summary = cursor.text();
            case "issuetype" -> cursor.members(this::issueType);
            case "priority" -> cursor.members(inner -> priority = inner.equals("name") ? cursor.name() : priority);
            case "status" -> status = FactReader.status(cursor);
            case "assignee" -> assignee = person();
            case "reporter" -> reporter = person();
            case "creator" -> person();
            case "labels" -> cursor.elements(label -> add(labels, cursor.name()));
            case "components" ->
                cursor.elements(component -> cursor.members(inner -> {
                    if (inner.equals("name")) {
                        add(components, cursor.name());
                    }
                }));
            case "environment" -> environment = RichText.plain(cursor);
            case "created" -> created = cursor.instant();
            case "updated" -> updated = cursor.instant();
            case "sprint" -> add(sprints, cursor.isObject() ? FactReader.sprint(cursor) : null);
            case "closedSprints" -> cursor.elements(sprint -> add(sprints, FactReader.sprint(cursor)));
            case "comment" -> page("comments", () -> add(comments, ActivityReader.comment(cursor, issueId())));
            case "worklog" -> page("worklogs", () -> add(worklogs, ActivityReader.worklog(cursor, issueId())));
            default -> {
                if (member.startsWith("customfield_")) {
                    custom.put(member, cursor.tree());
                }
            }
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private void page(String list, Step element) throws IOException {
        cursor.members(member -> {
            if (member.equals(list)) {
                cursor.elements(one -> element.run());
            }
        });
    }

    private void issueType(String member) throws IOException {
        switch (member) {
            case "name" -> type = cursor.name();
            case "subtask" -> subtask = cursor.truth();
            default -> {}
        }
    }

    private UserFacts person() throws IOException {
        UserFacts person = FactReader.user(cursor);
        add(people, person);
        return person;
    }

    private static <T> void add(List<T> list, T element) {
        if (element != null) {
            list.add(element);
        }
    }

    /** Comments may stand before the id: then they get it at the end. */
    private String issueId() {
        return id == null ? "" : id;
    }

    private IssueRecord issue() {
        require(key, "key");
        if (!hasFields) {
            throw new InvalidRecord("/data/fields is missing");
        }
        require(created, "fields/created");
        require(type, "fields/issuetype/name");
        require(status, "fields/status (id and name)");
        return new IssueRecord(
                id,
                key,
                project == null ? projectOfKey() : project,
                summary,
                type,
                subtask,
                priority,
                status,
                assignee,
                reporter,
                List.copyOf(people),
                labels.stream().distinct().toList(),
                components.stream().distinct().toList(),
                environment,
                created,
                updated == null ? changelog.latest(created) : updated,
                deleted ? (deletedAt == null ? (updated == null ? created : updated) : deletedAt) : null,
                List.copyOf(sprints),
                custom,
                names,
                changelog.extent(),
                changelog.items(),
                comments.stream().map(this::withIssue).toList(),
                worklogs.stream().map(this::withIssue).toList());
    }

    private CommentRecord withIssue(CommentRecord comment) {
        return new CommentRecord(
                comment.id(), id, comment.author(), comment.body(), comment.created(), comment.updated());
    }

    private WorklogRecord withIssue(WorklogRecord log) {
        return new WorklogRecord(log.id(), id, log.author(), log.started(), log.seconds(), log.updated());
    }

    private ProjectFacts projectOfKey() {
        int dash = key.lastIndexOf('-');
        if (dash <= 0) {
            throw new InvalidRecord("/data/fields/project is missing");
        }
        String prefix = key.substring(0, dash);
        return new ProjectFacts(prefix, prefix, prefix);
    }

    private static void require(Object value, String member) {
        if (value == null) {
            throw new InvalidRecord("/data/%s is missing".formatted(member));
        }
    }
}
