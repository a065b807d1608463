-- The later updated wins; of two equal ones, the greater time spent.
CREATE TEMPORARY TABLE w_worklog ON COMMIT DROP AS
SELECT DISTINCT ON (worklog_id) * FROM pg_temp.s_worklog
ORDER BY worklog_id, updated_at DESC, seconds_spent DESC, started_at DESC, issue_id DESC, author_id DESC;
ANALYZE pg_temp.w_worklog;
-- What was deleted does not come back; the tombstone keeps the newest that is known of it.
INSERT INTO jobs.tombstones AS t (tenant_id, instance_id, kind, record_id, deleted_at)
SELECT :tenant, :instance, kind, record_id, max(at) FROM pg_temp.s_removal WHERE kind = 'worklog' GROUP BY kind, record_id
ON CONFLICT (tenant_id, instance_id, kind, record_id) DO UPDATE SET deleted_at = excluded.deleted_at
WHERE t.deleted_at < excluded.deleted_at;
UPDATE jobs.tombstones t SET record = to_jsonb(c) - 'tenant_id' - 'instance_id'
FROM warehouse.worklogs c
WHERE t.tenant_id = :tenant AND t.instance_id = :instance AND t.kind = 'worklog' AND t.record_id = c.worklog_id
  AND c.tenant_id = :tenant AND c.instance_id = :instance
  AND (c.issue_id, c.worklog_id) IN (SELECT issue_id, record_id FROM pg_temp.s_removal WHERE kind = 'worklog')
  AND EXISTS (SELECT FROM pg_temp.s_removal WHERE kind = 'worklog');
DELETE FROM warehouse.worklogs c
WHERE c.tenant_id = :tenant AND c.instance_id = :instance
  AND (c.issue_id, c.worklog_id) IN (SELECT issue_id, record_id FROM pg_temp.s_removal WHERE kind = 'worklog')
  AND EXISTS (SELECT FROM pg_temp.s_removal WHERE kind = 'worklog');
UPDATE jobs.tombstones t SET record = to_jsonb(w)
FROM pg_temp.w_worklog w
WHERE t.tenant_id = :tenant AND t.instance_id = :instance AND t.kind = 'worklog' AND t.record_id = w.worklog_id
  AND coalesce((t.record ->> 'updated_at')::timestamptz, '-infinity') < w.updated_at;
DELETE FROM pg_temp.w_worklog w USING jobs.tombstones t
WHERE t.tenant_id = :tenant AND t.instance_id = :instance AND t.kind = 'worklog' AND t.record_id = w.worklog_id
  AND EXISTS (SELECT FROM pg_temp.w_worklog);
DELETE FROM pg_temp.w_worklog w
USING warehouse.worklogs c
WHERE c.tenant_id = :tenant AND c.instance_id = :instance AND c.issue_id = w.issue_id AND c.worklog_id = w.worklog_id
  AND EXISTS (SELECT FROM pg_temp.w_worklog)
  AND (c.updated_at, c.seconds_spent) >= (w.updated_at, w.seconds_spent);
DELETE FROM warehouse.worklogs c
USING pg_temp.w_worklog w
WHERE c.tenant_id = :tenant AND c.instance_id = :instance AND c.issue_id = w.issue_id AND c.worklog_id = w.worklog_id
  AND EXISTS (SELECT FROM pg_temp.w_worklog);
INSERT INTO warehouse.worklogs AS c (tenant_id, instance_id, worklog_id, issue_id, author_id, started_at, seconds_spent, updated_at)
SELECT :tenant, :instance, worklog_id, issue_id, author_id, started_at, seconds_spent, updated_at FROM pg_temp.w_worklog
ON CONFLICT (tenant_id, instance_id, started_at, worklog_id) DO UPDATE SET
    issue_id = excluded.issue_id, author_id = excluded.author_id, seconds_spent = excluded.seconds_spent,
    updated_at = excluded.updated_at
WHERE (c.updated_at, c.seconds_spent) < (excluded.updated_at, excluded.seconds_spent);
