package io.plumbline.acceptance.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A tracker's records under construction. */
public final class RawTracker {
    private final String instance;
    private final Set<RawStatus> statuses = new LinkedHashSet<>();
    private final Set<RawPerson> people = new LinkedHashSet<>();
    private final Set<RawProject> projects = new LinkedHashSet<>();
    private final Set<RawSprint> sprints = new LinkedHashSet<>();
    private final List<RawIssue> issues = new ArrayList<>();

    public RawTracker(String instance) {
        this.instance = instance;
        statuses.addAll(List.of(
                RawStatus.TO_DO,
                RawStatus.IN_PROGRESS,
                RawStatus.REVIEW,
                RawStatus.BLOCKED,
                RawStatus.DONE,
                RawStatus.CLOSED));
        projects.addAll(List.of(RawProject.PAY, RawProject.WEB));
    }

    public RawTracker with(RawStatus status) {
        statuses.add(status);
        return this;
    }

    public RawTracker with(RawPerson person) {
        people.add(person);
        return this;
    }

    public RawTracker with(RawProject project) {
        projects.add(project);
        return this;
    }

    public RawTracker with(RawSprint... added) {
        sprints.addAll(List.of(added));
        return this;
    }

    public RawTracker with(RawIssue... added) {
        issues.addAll(List.of(added));
        return this;
    }

    public String instance() {
        return instance;
    }

    Set<RawSprint> sprints() {
        return sprints;
    }

    List<RawIssue> issues() {
        return issues;
    }

    /** The records, one a line of an import. */
    public List<JsonNode> lines() {
        List<JsonNode> lines = new ArrayList<>();
        statuses.stream().filter(RawStatus::announced).forEach(s -> lines.add(line("status", s.json())));
        people.forEach(p -> lines.add(line("user", p.json())));
        projects.forEach(p -> lines.add(line("project", p.json())));
        sprints.forEach(s -> lines.add(line("sprint", s.json())));
        issues.forEach(i -> lines.add(line("issue", i.json())));
        return lines;
    }

    /** The same, where the tracker lists each of its statuses. */
    public List<JsonNode> linesWithAllStatuses() {
        List<JsonNode> lines = new ArrayList<>();
        statuses.stream().filter(status -> !status.announced()).forEach(s -> lines.add(line("status", s.json())));
        lines.addAll(lines());
        return lines;
    }

    private static ObjectNode line(String kind, ObjectNode data) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("kind", kind);
        line.set("data", data);
        return line;
    }
}
