package io.plumbline.acceptance.spec;

import java.util.List;

/**
 * A dimension as a person may use it.
 *
 * @param time whether it is a time
 * @param sprint whether per-sprint measures take it
 * @param values some values, real and strange
 */
public record Field(String name, boolean time, boolean sprint, List<?> values) {
    public static final List<Field> ALL = List.of(
            new Field("project_key", false, true, List.of("PAY", "WEB", "OPS", "NONE")),
            new Field("project_name", false, true, List.of("Payments", "Web shop", "payments")),
            new Field("board", false, true, List.of("1", "2", "3")),
            new Field("sprint_name", false, true, List.of("S8", "S9", "S10", "S12", "S")),
            new Field("sprint_state", false, true, List.of("closed", "active", "future")),
            new Field("instance_id", false, true, List.of("main", "second")),
            new Field("issue_type", false, false, List.of("Story", "Bug", "Sub-task", "story")),
            new Field(
                    "status", false, false, List.of("To Do", "In Progress", "In Review", "Blocked", "Done", "Waiting")),
            new Field("status_category", false, false, List.of("todo", "in_progress", "done")),
            new Field("priority", false, false, List.of("High", "Medium", "Low")),
            new Field("assignee", false, false, List.of("Ana", "Ben", "Chloe")),
            new Field("reporter", false, false, List.of("Ana", "Ben", "ana")),
            new Field("label", false, false, List.of("backend", "escaped", "production", "end")),
            new Field("component", false, false, List.of("core", "edge", "e")),
            new Field("is_subtask", false, false, List.of(true, false)),
            new Field("issue_key", false, false, List.of("PAY-97", "WEB-99", "OPS-100", "PAY-101")),
            new Field(
                    "created_at",
                    true,
                    false,
                    List.of("2024-11-03", "2025-01-01", "2025-03-30", "2025-03-09T05:00:00Z")),
            new Field("resolved_at", true, false, List.of("2024-12-01", "2025-02-01", "2025-02-01T00:00:00+01:00")),
            new Field("sprint_start", true, true, List.of("2024-11-01", "2025-01-15")),
            new Field("sprint_end", true, true, List.of("2024-12-01", "2025-02-01")));

    /** Closed sets and booleans take no patterns. */
    public boolean isText() {
        return !time
                && !List.of("sprint_state", "status_category", "is_subtask").contains(name);
    }

    /** Whether a row has one value of it at most. */
    public boolean isSingle() {
        return !name.equals("label") && !name.equals("component");
    }

    /** The operators that fit it. */
    public List<String> operators() {
        if (time) {
            return List.of("=", "!=", "<", "<=", ">", ">=", "between", "is_null", "is_not_null");
        }
        if (name.equals("is_subtask")) {
            return List.of("=", "!=");
        }
        return isText()
                ? List.of("=", "!=", "in", "not_in", "contains", "starts_with", "like", "is_null", "is_not_null")
                : List.of("=", "!=", "in", "not_in", "is_null", "is_not_null");
    }
}
