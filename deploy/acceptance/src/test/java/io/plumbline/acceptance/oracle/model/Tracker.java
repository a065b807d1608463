package io.plumbline.acceptance.oracle.model;

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
}
