INSERT INTO warehouse.issues AS i (tenant_id, instance_id, issue_id, issue_key, project_id, summary, issue_type, is_subtask,
    is_bug, is_escaped, priority, status_id, status, status_category, assignee_id, reporter_id, sprint_id, labels, components,
    estimate, created_at, updated_at, first_in_progress_at, done_at, deleted_at, has_history, custom,
    reopened_times, active_hours)
SELECT :tenant, :instance, s.issue_id, s.issue_key, s.project_id, s.summary, s.issue_type, s.is_subtask,
    s.is_bug, s.is_escaped, s.priority, o.status_id, o.status, o.status_category, s.assignee_id, s.reporter_id, p.sprint_id,
    s.labels, s.components, s.estimate, s.created_at, s.updated_at, o.first_in_progress_at, o.done_at, t.deleted_at,
    s.has_history, s.custom, o.reopened_times,
    CASE WHEN o.done_at IS NOT NULL AND o.first_in_progress_at IS NOT NULL THEN coalesce(a.hours, 0) END
FROM pg_temp.t_issue t
JOIN pg_temp.s_issue s ON s.row_id = t.row_id
JOIN pg_temp.d_outcome o ON o.row_id = t.row_id
LEFT JOIN pg_temp.d_active a ON a.row_id = t.row_id
LEFT JOIN pg_temp.d_present_sprint p ON p.row_id = t.row_id
ON CONFLICT (tenant_id, instance_id, issue_id) DO UPDATE SET
    issue_key = excluded.issue_key, project_id = excluded.project_id, summary = excluded.summary,
    issue_type = excluded.issue_type, is_subtask = excluded.is_subtask, is_bug = excluded.is_bug,
    is_escaped = excluded.is_escaped, priority = excluded.priority, status_id = excluded.status_id,
    status = excluded.status, status_category = excluded.status_category, assignee_id = excluded.assignee_id,
    reporter_id = excluded.reporter_id, sprint_id = excluded.sprint_id, labels = excluded.labels,
    components = excluded.components, estimate = excluded.estimate, created_at = excluded.created_at,
    updated_at = excluded.updated_at, first_in_progress_at = excluded.first_in_progress_at, done_at = excluded.done_at,
    deleted_at = excluded.deleted_at, has_history = excluded.has_history, custom = excluded.custom,
    reopened_times = excluded.reopened_times, active_hours = excluded.active_hours;
