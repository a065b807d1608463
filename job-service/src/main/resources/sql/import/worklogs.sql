-- The later updated wins; of two equal ones, the greater time spent.
CREATE TEMPORARY TABLE w_worklog ON COMMIT DROP AS
SELECT DISTINCT ON (worklog_id) * FROM pg_temp.s_worklog
ORDER BY worklog_id, updated_at DESC, seconds_spent DESC, started_at DESC, issue_id DESC, author_id DESC;
ANALYZE pg_temp.w_worklog;
DELETE FROM pg_temp.w_worklog w
USING warehouse.worklogs c
WHERE c.tenant_id = :tenant AND c.instance_id = :instance AND c.issue_id = w.issue_id AND c.worklog_id = w.worklog_id
  AND (c.updated_at, c.seconds_spent) >= (w.updated_at, w.seconds_spent);
DELETE FROM warehouse.worklogs c
USING pg_temp.w_worklog w
WHERE c.tenant_id = :tenant AND c.instance_id = :instance AND c.issue_id = w.issue_id AND c.worklog_id = w.worklog_id;
INSERT INTO warehouse.worklogs AS c (tenant_id, instance_id, worklog_id, issue_id, author_id, started_at, seconds_spent, updated_at)
SELECT :tenant, :instance, worklog_id, issue_id, author_id, started_at, seconds_spent, updated_at FROM pg_temp.w_worklog
ON CONFLICT (tenant_id, instance_id, started_at, worklog_id) DO UPDATE SET
    issue_id = excluded.issue_id, author_id = excluded.author_id, seconds_spent = excluded.seconds_spent,
    updated_at = excluded.updated_at
WHERE (c.updated_at, c.seconds_spent) < (excluded.updated_at, excluded.seconds_spent);
