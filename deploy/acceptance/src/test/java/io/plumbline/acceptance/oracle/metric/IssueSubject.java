package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Issue;
import io.plumbline.acceptance.oracle.model.Lifecycle;
import io.plumbline.acceptance.oracle.model.Span;
import io.plumbline.acceptance.oracle.model.Sprint;
import io.plumbline.acceptance.oracle.model.Status;
import io.plumbline.acceptance.oracle.model.Tracker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An issue with its present values; or, for a snapshot, with the status and assignee just before an instant. */
final class IssueSubject implements Subject {
    private final Issue issue;
    private final Tracker tracker;
    private final String statusId;
    private final String assigneeId;

    IssueSubject(Issue issue, Tracker tracker) {
        this(
                issue,
                tracker,
                issue.statuses().last().value(),
                issue.assignees().last().value());
    }

    private IssueSubject(Issue issue, Tracker tracker, String statusId, String assigneeId) {
        this.issue = issue;
        this.tracker = tracker;
        this.statusId = statusId;
        this.assigneeId = assigneeId;
    }

    /** The issue must exist just before the instant. */
    static IssueSubject justBefore(Instant t, Issue issue, Tracker tracker) {
        String status = issue.statuses().justBefore(t).map(Span::value).orElseThrow();
        String assignee = issue.assignees().justBefore(t).map(Span::value).orElse(null);
        return new IssueSubject(issue, tracker, status, assignee);
    }

    @Override
    public List<Object> values(String field) {
        return switch (field) {
            case "label" -> many(issue.labels());
            case "component" -> many(issue.components());
            default -> Collections.singletonList(value(field));
        };
    }

    private static List<Object> many(List<String> values) {
        return values.isEmpty() ? Collections.singletonList(null) : new ArrayList<>(values);
    }

    private Object value(String field) {
        Status status = tracker.status(statusId);
        return switch (field) {
            case "project_key" -> issue.project().key();
            case "project_name" -> issue.project().name();
            case "issue_type" -> issue.type();
            case "issue_key" -> issue.key();
            case "is_subtask" -> issue.subtask();
            case "priority" -> issue.priority();
            case "instance_id" -> issue.instance();
            case "status" -> status.name();
            case "status_category" -> status.category().text();
            case "assignee" -> tracker.personName(assigneeId);
            case "reporter" -> tracker.personName(issue.reporterId());
            case "created_at" -> issue.created();
            case "resolved_at" -> new Lifecycle(issue, tracker).doneAt();
            default -> sprintValue(field);
        };
    }

    private Object sprintValue(String field) {
        Sprint sprint = new PresentSprint(issue, tracker).find();
        return sprint == null ? null : SprintSubject.value(sprint, field);
    }
}
