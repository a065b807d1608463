package io.plumbline.acceptance.oracle.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One connected tracker. */
public record Tracker(
        String instance,
        Map<String, Status> statuses,
        Map<String, String> people,
        Map<String, Sprint> sprints,
        List<Issue> issues) {

    public Status status(String id) {
        return statuses.get(id);
    }

    public Category category(String statusId) {
        return statuses.get(statusId).category();
    }

    public boolean isDone(String statusId) {
        return category(statusId) == Category.DONE;
    }

    /** Null for nobody. */
    public String personName(String id) {
        return id == null ? null : people.get(id);
    }

    /** The tracker as it stood at an instant, once all changes of that instant were made. What a status means has no history. */
    public Tracker asOf(Instant t) {
        Map<String, Sprint> then = new HashMap<>();
        sprints.forEach((id, sprint) -> then.put(id, sprint.asOf(t)));
        List<Issue> born = issues.stream()
                .filter(i -> !i.created().isAfter(t))
                .map(i -> i.asOf(t))
                .toList();
        return new Tracker(instance, statuses, people, then, born);
    }
}
