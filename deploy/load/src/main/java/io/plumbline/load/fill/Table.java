package io.plumbline.load.fill;

import java.util.Locale;

/** The warehouse's tables that are filled, parents first, with the columns that are given values. */
enum Table {
    TENANTS("tenant_id, data_version, data_as_of"),
    INSTANCES("tenant_id, instance_id"),
    PROJECTS("tenant_id, instance_id, project_id, project_key, name"),
    USERS("tenant_id, instance_id, user_id, display_name"),
    STATUSES("tenant_id, instance_id, status_id, name, category, source"),
    SPRINTS(
            "tenant_id, instance_id, sprint_id, board_id, board, name, state, planned_start, planned_end, activated_at, completed_at"),
    ISSUES(
            "tenant_id, instance_id, issue_id, issue_key, project_id, summary, issue_type, is_subtask, is_bug, is_escaped, priority,"
                    + " status_id, status, status_category, assignee_id, reporter_id, sprint_id, estimate, created_at, updated_at,"
                    + " first_in_progress_at, done_at, has_history, reopened_times, active_hours"),
    ISSUE_TRANSITIONS(
            "tenant_id, instance_id, issue_id, at, seq, from_status_id, to_status_id, enters_done, leaves_done"),
    STATUS_INTERVALS("tenant_id, instance_id, issue_id, seq, status_id, category, from_at, to_at"),
    ESTIMATE_INTERVALS("tenant_id, instance_id, issue_id, seq, points, from_at, to_at"),
    ASSIGNEE_INTERVALS("tenant_id, instance_id, issue_id, seq, assignee_id, from_at, to_at"),
    SPRINT_ISSUES("tenant_id, instance_id, sprint_id, issue_id, seq, added_at, removed_at"),
    ISSUE_STATES("tenant_id, instance_id, issue_id, from_at, to_at, status, status_category, status_since, assignee_id,"
            + " category_since, created_at, is_bug");

    private final String columns;

    Table(String columns) {
        this.columns = columns;
    }

    String qualified() {
        return "warehouse." + name().toLowerCase(Locale.ROOT);
    }

    String copy() {
        return "COPY " + qualified() + " (" + columns + ") FROM STDIN";
    }
}
