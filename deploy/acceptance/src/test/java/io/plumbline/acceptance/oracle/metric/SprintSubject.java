package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Project;
import io.plumbline.acceptance.oracle.model.Sprint;
import java.util.Collections;
import java.util.List;

/** A sprint, or one project's part of it. */
record SprintSubject(Sprint sprint, Project project) implements Subject {
    @Override
    public List<Object> values(String field) {
        Object value = switch (field) {
            case "project_key" -> project == null ? null : project.key();
            case "project_name" -> project == null ? null : project.name();
            default -> value(sprint, field);
        };
        return Collections.singletonList(value);
    }

    static Object value(Sprint sprint, String field) {
        return switch (field) {
            case "sprint_name" -> sprint.name();
            case "sprint_state" -> sprint.state();
            case "board" -> sprint.board();
            case "sprint_start" -> sprint.start();
            case "sprint_end" -> sprint.end();
            case "instance_id" -> sprint.instance();
            default -> throw new IllegalArgumentException("no dimension of a sprint: " + field);
        };
    }
}
