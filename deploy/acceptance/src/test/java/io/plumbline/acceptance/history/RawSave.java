package io.plumbline.acceptance.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One save of an issue: the items of one history, each with old and new value. */
public final class RawSave {
    private final RawIssue issue;
    private final Instant at;
    private final List<ObjectNode> items = new ArrayList<>();

    RawSave(RawIssue issue, Instant at) {
        this.issue = issue;
        this.at = at;
    }

    public RawSave status(RawStatus next) {
        item("status", "status", issue.status.id(), issue.status.name(), next.id(), next.name());
        issue.status = next;
        return this;
    }

    public RawSave sprints(RawSprint... next) {
        return sprints(Set.of(next));
    }

    RawSave sprints(Set<RawSprint> next) {
        item("Sprint", "customfield_10020", ids(issue.sprints), names(issue.sprints), ids(next), names(next));
        issue.sprints = next;
        return this;
    }

    /** Null for no estimate. */
    public RawSave points(Double next) {
        item("Story point estimate", "customfield_10016", null, text(issue.points), null, text(next));
        issue.points = next;
        return this;
    }

    /** Null for nobody. */
    public RawSave assignee(RawPerson next) {
        RawPerson old = issue.assignee;
        item(
                "assignee",
                "assignee",
                old == null ? null : old.id(),
                old == null ? null : old.name(),
                next == null ? null : next.id(),
                next == null ? null : next.name());
        issue.assignee = next;
        return this;
    }

    public RawSave flagged(boolean next) {
        String on = "Impediment";
        item(
                "Flagged",
                "customfield_10021",
                issue.flagged ? "[10019]" : null,
                issue.flagged ? on : "",
                next ? "[10019]" : null,
                next ? on : "");
        issue.flagged = next;
        return this;
    }

    /** An edit that no metric reads. */
    public RawSave summary(String next) {
        item("summary", "summary", null, "before", null, next);
        return this;
    }

    /** Ends the save and gives the issue back. */
    public RawIssue saved() {
        issue.add(at, items);
        return issue;
    }

    private void item(String field, String fieldId, String from, String fromText, String to, String toText) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("field", field);
        item.put("fieldtype", fieldId.startsWith("customfield") ? "custom" : "jira");
        item.put("fieldId", fieldId);
        item.put("from", from);
        item.put("fromString", fromText);
        item.put("to", to);
        item.put("toString", toText);
        items.add(item);
    }

    private static String ids(Set<RawSprint> sprints) {
        return ordered(sprints).stream().map(s -> Integer.toString(s.id())).collect(Collectors.joining(", "));
    }

    private static String names(Set<RawSprint> sprints) {
        return ordered(sprints).stream().map(RawSprint::name).collect(Collectors.joining(", "));
    }

    private static List<RawSprint> ordered(Set<RawSprint> sprints) {
        return sprints.stream().sorted(Comparator.comparing(RawSprint::id)).toList();
    }

    private static String text(Double points) {
        return points == null
                ? null
                : BigDecimal.valueOf(points).stripTrailingZeros().toPlainString();
    }
}
