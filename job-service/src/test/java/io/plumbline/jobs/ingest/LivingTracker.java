package io.plumbline.jobs.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A tracker that lives for a while: issues are made, changed and deleted, people comment and log work, sprints begin and end.
 * It sends of each step what Jira's webhooks send, and at its end it can be exported as a whole.
 */
final class LivingTracker {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> STATUSES =
            Map.of("1", "To Do", "3", "In Progress", "4", "Blocked", "5", "Done");
    private static final Map<String, String> CATEGORIES =
            Map.of("1", "new", "3", "indeterminate", "4", "indeterminate", "5", "done");
    private static final List<String> PEOPLE = List.of("u1", "u2", "u3");

    private final Random random;
    private final Map<String, Issue> issues = new TreeMap<>();
    private final Map<String, Map<String, Object>> sprints = new TreeMap<>();
    private final Map<String, Map<String, Object>> closedAndDeleted = new TreeMap<>();
    private final Map<String, Map<String, Object>> comments = new TreeMap<>();
    private final Map<String, Map<String, Object>> worklogs = new TreeMap<>();
    private final List<String> events = new ArrayList<>();
    private final List<String> snapshots = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private int numbers;

    /** An issue as the tracker holds it. */
    private static final class Issue {
        private final String id;
        private final Instant created;
        private final List<Map<String, Object>> histories = new ArrayList<>();
        private final TreeSet<String> sprints = new TreeSet<>();
        private String summary;
        private String status = "1";
        private String assignee;
        private Integer points;
        private boolean flagged;
        private Instant updated;
        private Instant deleted;

        private Issue(String id, Instant created) {
            this.id = id;
            this.created = created;
            this.updated = created;
            this.summary = "Summary " + id;
        }
    }

    LivingTracker(long seed, int steps) {
        random = new Random(seed);
        for (int i = 0; i < 3; i++) {
            createSprint();
            createIssue();
        }
        for (int i = 0; i < steps; i++) {
            now = now.plus(Duration.ofMillis(1_000L * (1 + random.nextInt(40_000))));
            step();
        }
    }

    /** What is not told by events: statuses, people, the project. */
    List<String> catalog() {
        List<String> lines = new ArrayList<>();
        STATUSES.forEach((id, name) -> lines.add(line("status", status(id))));
        PEOPLE.forEach(id -> lines.add(line("user", user(id))));
        lines.add(line("project", project()));
        return lines;
    }

    /** The webhooks in the order of what happened, as lines. */
    List<String> events() {
        return events;
    }

    /** Whole records of issues from moments in between, as a sync brings them. */
    List<String> snapshots() {
        return snapshots;
    }

    /** The final state with its whole history, as one import brings it. */
    List<String> export() {
        List<String> lines = new ArrayList<>(catalog());
        for (Issue issue : issues.values()) {
            lines.add(whole(issue));
            if (issue.deleted != null) {
                lines.add(line("issue", map("id", issue.id, "deleted", true, "deletedAt", issue.deleted.toString())));
            }
        }
        sprints.values().forEach(sprint -> lines.add(line("sprint", sprint)));
        closedAndDeleted.values().forEach(sprint -> lines.add(line("sprint", sprint)));
        comments.values().forEach(comment -> lines.add(line("comment", comment)));
        worklogs.values().forEach(worklog -> lines.add(line("worklog", worklog)));
        Collections.shuffle(lines, random);
        return lines;
    }

    private void step() {
        switch (random.nextInt(20)) {
            case 0, 1 -> createIssue();
            case 2 -> createSprint();
            case 3, 4, 5 -> changeSprint();
            case 6 -> deleteSprint();
            case 7, 8 -> comment();
            case 9 -> deleteComment();
            case 10 -> logWork();
            case 11 -> deleteWorklog();
            case 12 -> deleteIssue();
            case 13 -> snapshots.add(whole(some(issues)));
            default -> edit(some(issues));
        }
    }

    private void createIssue() {
        Issue issue = new Issue(number(), now);
        issues.put(issue.id, issue);
        event("jira:issue_created", "issue", present(issue), "user", user("u1"));
    }

    private void edit(Issue issue) {
        if (issue.deleted != null) {
            return;
        }
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            items.addAll(change(issue));
        }
        changed(issue, items);
    }

    private void changed(Issue issue, List<Map<String, Object>> items) {
        String id = number();
        issue.updated = now;
        issue.histories.add(map("id", id, "created", now.toString(), "author", user("u1"), "items", items));
        event(
                "jira:issue_updated",
                "issue_event_type_name",
                "issue_generic",
                "user",
                user("u1"),
                "issue",
                present(issue),
                "changelog",
                map("id", id, "items", items));
    }

    private List<Map<String, Object>> change(Issue issue) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> {
                String from = issue.status;
                issue.status = new ArrayList<>(new TreeMap<>(STATUSES).keySet()).get(random.nextInt(STATUSES.size()));
                yield List.of(
                        item("status", "status", from, STATUSES.get(from), issue.status, STATUSES.get(issue.status)));
            }
            case 2 -> {
                String from = sprintIds(issue);
                issue.sprints.clear();
                sprints.keySet().stream().filter(_ -> random.nextInt(3) == 0).forEach(issue.sprints::add);
                yield List.of(item("Sprint", "customfield_10020", from, from, sprintIds(issue), sprintIds(issue)));
            }
            case 3 -> {
                Integer from = issue.points;
                issue.points = random.nextInt(4) == 0 ? null : (Integer) (1 + random.nextInt(8));
                yield List.of(
                        item("Story point estimate", "customfield_10016", null, text(from), null, text(issue.points)));
            }
            case 4 -> {
                String from = issue.assignee;
                issue.assignee = random.nextInt(3) == 0 ? null : PEOPLE.get(random.nextInt(PEOPLE.size()));
                yield List.of(item("assignee", "assignee", from, from, issue.assignee, issue.assignee));
            }
            default -> {
                boolean was = issue.flagged;
                issue.flagged = !was;
                String from = was ? "Impediment" : "";
                String to = was ? "" : "Impediment";
                issue.summary = issue.summary + "!";
                yield List.of(
                        item("summary", "summary", null, "old", null, issue.summary),
                        item("Flagged", "customfield_10021", "", from, "", to));
            }
        };
    }

    private void deleteIssue() {
        Issue issue = some(issues);
        if (issue.deleted == null && random.nextInt(2) == 0) {
            issue.deleted = now;
            event("jira:issue_deleted", "issue", present(issue), "user", user("u2"));
        }
    }

    private void createSprint() {
        String id = number();
        sprints.put(
                id,
                map(
                        "id",
                        Integer.parseInt(id),
                        "name",
                        "Sprint " + id,
                        "state",
                        "future",
                        "originBoardId",
                        1 + random.nextInt(2)));
        event("sprint_created", "sprint", sprints.get(id));
    }

    private void changeSprint() {
        if (sprints.isEmpty()) {
            return;
        }
        String id = new ArrayList<>(sprints.keySet()).get(random.nextInt(sprints.size()));
        Map<String, Object> sprint = new LinkedHashMap<>(sprints.get(id));
        String kind;
        switch ((String) sprint.get("state")) {
            case "future" -> {
                kind = "sprint_started";
                sprint.put("state", "active");
                sprint.put("startDate", now.toString());
                sprint.put("endDate", now.plus(Duration.ofDays(14)).toString());
            }
            case "active" -> {
                kind = "sprint_closed";
                sprint.put("state", "closed");
                sprint.put("completeDate", now.toString());
            }
            default -> {
                kind = "sprint_updated";
                if (random.nextInt(3) == 0) {
                    sprint.put("state", "active");
                    sprint.remove("completeDate");
                } else {
                    sprint.put("name", "Sprint " + id + " of " + now);
                }
            }
        }
        sprints.put(id, sprint);
        event(kind, "sprint", sprint);
    }

    private void deleteSprint() {
        if (sprints.size() < 3) {
            return;
        }
        String id = new ArrayList<>(sprints.keySet()).get(random.nextInt(sprints.size()));
        Map<String, Object> sprint = sprints.remove(id);
        if (sprint.get("state").equals("closed")) {
            closedAndDeleted.put(id, sprint);
        }
        event("sprint_deleted", "sprint", sprint);
        for (Issue issue : issues.values()) {
            if (issue.deleted == null && issue.sprints.contains(id)) {
                String from = sprintIds(issue);
                issue.sprints.remove(id);
                changed(
                        issue,
                        List.of(item("Sprint", "customfield_10020", from, from, sprintIds(issue), sprintIds(issue))));
            }
        }
    }

    private void comment() {
        boolean isNew = comments.isEmpty() || random.nextBoolean();
        String id = isNew ? number() : new ArrayList<>(comments.keySet()).get(random.nextInt(comments.size()));
        Map<String, Object> comment = isNew
                ? map("id", id, "issueId", some(issues).id, "author", user("u3"), "created", now.toString())
                : new LinkedHashMap<>(comments.get(id));
        comment.put("body", "said at " + now);
        comment.put("updated", now.toString());
        comments.put(id, comment);
        Issue issue = issues.get((String) comment.get("issueId"));
        event(
                isNew ? "comment_created" : "comment_updated",
                "comment",
                without(comment, "issueId"),
                "issue",
                stub(issue));
        if (issue.deleted == null) {
            issue.updated = now;
            event(
                    "jira:issue_updated",
                    "issue_event_type_name",
                    isNew ? "issue_commented" : "issue_comment_edited",
                    "issue",
                    present(issue),
                    "comment",
                    without(comment, "issueId"));
        }
    }

    private void deleteComment() {
        if (!comments.isEmpty()) {
            String id = new ArrayList<>(comments.keySet()).get(random.nextInt(comments.size()));
            Map<String, Object> comment = comments.remove(id);
            event("comment_deleted", "comment", without(comment, "issueId"), "issue", stub(issues.get((String)
                    comment.get("issueId"))));
        }
    }

    private void logWork() {
        boolean isNew = worklogs.isEmpty() || random.nextBoolean();
        String id = isNew ? number() : new ArrayList<>(worklogs.keySet()).get(random.nextInt(worklogs.size()));
        Map<String, Object> log = isNew
                ? map("id", id, "issueId", some(issues).id, "author", user("u2"), "created", now.toString())
                : new LinkedHashMap<>(worklogs.get(id));
        log.put("started", now.minus(Duration.ofHours(random.nextInt(40))).toString());
        log.put("timeSpentSeconds", 60 * (1 + random.nextInt(100)));
        log.put("updated", now.toString());
        worklogs.put(id, log);
        event(isNew ? "worklog_created" : "worklog_updated", "worklog", log);
    }

    private void deleteWorklog() {
        if (!worklogs.isEmpty()) {
            String id = new ArrayList<>(worklogs.keySet()).get(random.nextInt(worklogs.size()));
            event("worklog_deleted", "worklog", worklogs.remove(id));
        }
    }

    private String whole(Issue issue) {
        Map<String, Object> data = present(issue);
        data.put("changelog", map("total", issue.histories.size(), "histories", new ArrayList<>(issue.histories)));
        return line("issue", data);
    }

    private Map<String, Object> present(Issue issue) {
        Map<String, Object> fields = map(
                "project", project(),
                "summary", issue.summary,
                "issuetype", map("id", "1", "name", "Story", "subtask", false),
                "priority", map("id", "3", "name", "Medium"),
                "status", status(issue.status),
                "assignee", issue.assignee == null ? null : user(issue.assignee),
                "created", issue.created.toString(),
                "updated", issue.updated.toString(),
                "labels", List.of("l" + issue.histories.size()),
                "customfield_10016", issue.points,
                "customfield_10021", issue.flagged ? List.of(map("value", "Impediment")) : null,
                "customfield_10020", issue.sprints.stream().map(sprints::get).toList());
        return map("id", issue.id, "key", "PAY-" + issue.id, "fields", fields);
    }

    private static Map<String, Object> stub(Issue issue) {
        return map(
                "id",
                issue.id,
                "key",
                "PAY-" + issue.id,
                "fields",
                map("summary", issue.summary, "project", project(), "status", status(issue.status)));
    }

    private void event(String kind, Object... members) {
        Map<String, Object> body = map("timestamp", now.toEpochMilli(), "webhookEvent", kind);
        body.putAll(map(members));
        events.add(line("event", body));
    }

    private <T> T some(Map<String, T> all) {
        return new ArrayList<>(all.values()).get(random.nextInt(all.size()));
    }

    private String number() {
        return Integer.toString(100 + numbers++);
    }

    private static String sprintIds(Issue issue) {
        return issue.sprints.stream().collect(Collectors.joining(", "));
    }

    private static String text(Integer number) {
        return number == null ? null : number.toString();
    }

    private static Map<String, Object> without(Map<String, Object> map, String member) {
        Map<String, Object> copy = new LinkedHashMap<>(map);
        copy.remove(member);
        return copy;
    }

    private static Map<String, Object> project() {
        return map("id", "10", "key", "PAY", "name", "Payments");
    }

    private static Map<String, Object> user(String id) {
        return map("accountId", id, "displayName", "Name of " + id);
    }

    private static Map<String, Object> status(String id) {
        return map("id", id, "name", STATUSES.get(id), "statusCategory", map("key", CATEGORIES.get(id)));
    }

    private static Map<String, Object> item(
            String field, String fieldId, String from, String fromText, String to, String toText) {
        return map(
                "field", field,
                "fieldId", fieldId,
                "fieldtype", fieldId.startsWith("custom") ? "custom" : "jira",
                "from", from,
                "fromString", fromText,
                "to", to,
                "toString", toText);
    }

    private static Map<String, Object> map(Object... members) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            map.put((String) members[i], members[i + 1]);
        }
        return map;
    }

    static String line(String kind, Map<String, ?> data) {
        try {
            return JSON.writeValueAsString(map("kind", kind, "data", data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
