-- Open intervals end at a deletion.
INSERT INTO warehouse.status_intervals (tenant_id, instance_id, issue_id, seq, status_id, category, from_at, to_at)
SELECT :tenant, :instance, issue_id, seq, status_id, category, from_at, to_at FROM pg_temp.d_status;
INSERT INTO warehouse.estimate_intervals (tenant_id, instance_id, issue_id, seq, points, from_at, to_at)
SELECT :tenant, :instance, t.issue_id, s.seq, s.points, s.from_at,
    CASE WHEN s.to_at IS NULL AND t.deleted_at IS NOT NULL THEN greatest(s.from_at, t.deleted_at) ELSE s.to_at END
FROM pg_temp.t_issue t JOIN pg_temp.s_estimate s ON s.row_id = t.row_id;
INSERT INTO warehouse.assignee_intervals (tenant_id, instance_id, issue_id, seq, assignee_id, from_at, to_at)
SELECT :tenant, :instance, t.issue_id, s.seq, s.assignee_id, s.from_at,
    CASE WHEN s.to_at IS NULL AND t.deleted_at IS NOT NULL THEN greatest(s.from_at, t.deleted_at) ELSE s.to_at END
FROM pg_temp.t_issue t JOIN pg_temp.s_assignee s ON s.row_id = t.row_id;
INSERT INTO warehouse.flag_intervals (tenant_id, instance_id, issue_id, seq, from_at, to_at)
SELECT :tenant, :instance, t.issue_id, s.seq, s.from_at,
    CASE WHEN s.to_at IS NULL AND t.deleted_at IS NOT NULL THEN greatest(s.from_at, t.deleted_at) ELSE s.to_at END
FROM pg_temp.t_issue t JOIN pg_temp.s_flag s ON s.row_id = t.row_id;
INSERT INTO warehouse.sprint_issues (tenant_id, instance_id, sprint_id, issue_id, seq, added_at, removed_at)
SELECT :tenant, :instance, s.sprint_id, t.issue_id, s.seq, s.added_at,
    CASE WHEN s.removed_at IS NULL AND t.deleted_at IS NOT NULL THEN greatest(s.added_at, t.deleted_at) ELSE s.removed_at END
FROM pg_temp.t_issue t JOIN pg_temp.s_membership s ON s.row_id = t.row_id;
