package io.plumbline.acceptance.oracle.metric;

import java.util.List;
import java.util.Set;

/** A row that counts in a sprint: the sprint's dimensions are those of that sprint. */
record InSprint(Subject row, SprintSubject sprint) implements Subject {
    static final Set<String> OWN =
            Set.of("sprint_name", "sprint_state", "board", "instance_id", "sprint_start", "sprint_end");

    @Override
    public List<Object> values(String field) {
        return OWN.contains(field) ? sprint.values(field) : row.values(field);
    }
}
