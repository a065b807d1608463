package io.plumbline.jobs.warehouse;

import io.plumbline.jobs.mapping.MappedIssue;
import io.plumbline.jobs.mapping.MetricField;
import io.plumbline.jobs.tracker.Category;
import io.plumbline.jobs.tracker.CommentRecord;
import io.plumbline.jobs.tracker.HistoryItem;
import io.plumbline.jobs.tracker.IssueRecord;
import io.plumbline.jobs.tracker.ProjectFacts;
import io.plumbline.jobs.tracker.SprintFacts;
import io.plumbline.jobs.tracker.SprintNews;
import io.plumbline.jobs.tracker.StatusFacts;
import io.plumbline.jobs.tracker.Tombstone;
import io.plumbline.jobs.tracker.UserFacts;
import io.plumbline.jobs.tracker.WorklogRecord;
import java.time.Instant;
import java.util.List;

/** Stages what records tell of people, projects, statuses, sprints, comments, worklogs and deletions. */
final class FactStaging {
    private final Stage stage;
    private final NewestFacts<ProjectFacts> projects = new NewestFacts<>((fact, at) -> project(fact, "issue", at));
    private final NewestFacts<UserFacts> users = new NewestFacts<>((fact, at) -> user(fact, "issue", at));
    private final NewestFacts<UserFacts> formerUsers = new NewestFacts<>((fact, at) -> user(fact, "history", at));
    private final NewestFacts<StatusFacts> statuses = new NewestFacts<>((fact, at) -> status(fact, "issue", at));
    private final NewestFacts<StatusFacts> formerStatuses =
            new NewestFacts<>((fact, at) -> status(fact, "history", at));
    private final NewestFacts<SprintFacts> sprints = new NewestFacts<>((fact, at) -> sprint(fact, "issue", at));
    private long ordinal;

    FactStaging(Stage stage) {
        this.stage = stage;
    }

    /** What an issue tells beside itself. */
    void tell(MappedIssue mapped) {
        IssueRecord issue = mapped.issue();
        Instant at = issue.updated();
        projects.tell(issue.project().id(), issue.project(), at);
        statuses.tell(issue.status().id(), issue.status(), at);
        issue.people().forEach(person -> users.tell(person.id(), person, at));
        mapped.sprints().forEach(sprint -> sprints.tell(sprint.id(), sprint, at));
        for (HistoryItem item : mapped.changes().getOrDefault(MetricField.STATUS, List.of())) {
            formerStatus(item.from(), item.fromText(), item);
            formerStatus(item.to(), item.toText(), item);
        }
        for (HistoryItem item : mapped.changes().getOrDefault(MetricField.ASSIGNEE, List.of())) {
            formerUser(item.from(), item.fromText(), item);
            formerUser(item.to(), item.toText(), item);
        }
        issue.comments().forEach(this::comment);
        issue.worklogs().forEach(this::worklog);
    }

    private void formerStatus(String id, String name, HistoryItem item) {
        String key = id.strip();
        formerStatuses.tell(
                key,
                new StatusFacts(key, name == null || name.isBlank() ? key : name.strip(), null),
                item.point().at());
    }

    private void formerUser(String id, String name, HistoryItem item) {
        if (id != null && !id.isBlank() && name != null && !name.isBlank()) {
            String key = id.strip();
            formerUsers.tell(key, new UserFacts(key, name.strip()), item.point().at());
        }
    }

    void project(ProjectFacts project) {
        project(project, "project", Instant.MIN);
    }

    void user(UserFacts user) {
        user(user, "user", Instant.MIN);
    }

    void status(StatusFacts status) {
        status(status, "status", Instant.MIN);
    }

    void sprint(SprintFacts sprint) {
        sprint(sprint, "sprint", Instant.MIN);
    }

    void sprint(SprintNews news) {
        sprint(news.sprint(), "sprint", news.at());
    }

    void tombstone(Tombstone tombstone) {
        stage.row(StageTable.S_TOMBSTONE)
                .text(tombstone.issueId())
                .instant(tombstone.at())
                .end();
    }

    void comment(CommentRecord comment) {
        tellAuthor(comment.author(), comment.updated());
        stage.row(StageTable.S_COMMENT)
                .text(comment.id())
                .text(comment.issueId())
                .text(comment.author() == null ? null : comment.author().id())
                .text(comment.body())
                .instant(comment.created())
                .instant(comment.updated())
                .end();
    }

    void worklog(WorklogRecord log) {
        tellAuthor(log.author(), log.updated());
        stage.row(StageTable.S_WORKLOG)
                .text(log.id())
                .text(log.issueId())
                .text(log.author() == null ? null : log.author().id())
                .instant(log.started())
                .number(log.seconds())
                .instant(log.updated())
                .end();
    }

    /** Hands on what is still gathered in memory. */
    void finish() {
        projects.flush();
        users.flush();
        formerUsers.flush();
        statuses.flush();
        formerStatuses.flush();
        sprints.flush();
    }

    private void tellAuthor(UserFacts author, Instant at) {
        if (author != null) {
            users.tell(author.id(), author, at);
        }
    }

    private void project(ProjectFacts project, String source, Instant at) {
        fact(StageTable.S_PROJECT, project.id(), source, at)
                .text(project.key())
                .text(project.name())
                .end();
    }

    private void user(UserFacts user, String source, Instant at) {
        fact(StageTable.S_USER, user.id(), source, at).text(user.displayName()).end();
    }

    private void status(StatusFacts status, String source, Instant at) {
        Category category = status.category();
        fact(StageTable.S_FACT_STATUS, status.id(), source, at)
                .text(status.name())
                .text(category == null ? null : category.column())
                .end();
    }

    private void sprint(SprintFacts sprint, String source, Instant at) {
        fact(StageTable.S_SPRINT, sprint.id(), source, at)
                .text(sprint.boardId())
                .text(sprint.board())
                .text(sprint.name())
                .text(sprint.goal())
                .text(sprint.state())
                .instant(sprint.plannedStart())
                .instant(sprint.plannedEnd())
                .instant(sprint.activated())
                .instant(sprint.completed())
                .end();
    }

    private CopyRow fact(StageTable table, String id, String source, Instant at) {
        return stage.row(table)
                .number(ordinal++)
                .text(id)
                .text(source)
                .text(at.equals(Instant.MIN) ? "-infinity" : at.toString());
    }
}
