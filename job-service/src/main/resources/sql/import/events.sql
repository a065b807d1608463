-- What events tell of issues: the newest fields, and entries of changelogs. An issue of which something new is told is derived
-- again from all that is stored of it.
INSERT INTO jobs.issue_records (tenant_id, instance_id, issue_id)
SELECT DISTINCT :tenant, :instance, issue_id FROM pg_temp.s_event
ON CONFLICT DO NOTHING;
WITH news AS (
    INSERT INTO jobs.issue_events AS e (tenant_id, instance_id, issue_id, version_at, told_at, version_hash, record)
    SELECT DISTINCT ON (issue_id) :tenant, :instance, issue_id, version_at, told_at, version_hash, record
    FROM pg_temp.s_event
    ORDER BY issue_id, version_at DESC, told_at DESC, version_hash DESC
    ON CONFLICT (tenant_id, instance_id, issue_id) DO UPDATE SET
        version_at = excluded.version_at, told_at = excluded.told_at, version_hash = excluded.version_hash,
        record = excluded.record
    WHERE (e.version_at, e.told_at, e.version_hash) < (excluded.version_at, excluded.told_at, excluded.version_hash)
    RETURNING e.issue_id
)
INSERT INTO pg_temp.affected SELECT issue_id FROM news ON CONFLICT DO NOTHING;
WITH news AS (
    UPDATE jobs.issue_events e SET born = true
    WHERE e.tenant_id = :tenant AND e.instance_id = :instance AND NOT e.born
      AND e.issue_id IN (SELECT issue_id FROM pg_temp.s_event WHERE born)
    RETURNING e.issue_id
)
INSERT INTO pg_temp.affected SELECT issue_id FROM news ON CONFLICT DO NOTHING;
WITH news AS (
    INSERT INTO jobs.issue_histories AS h (tenant_id, instance_id, issue_id, history_id, at, history)
    SELECT DISTINCT ON (issue_id, history_id) :tenant, :instance, issue_id, history_id, at, history
    FROM pg_temp.s_history
    ORDER BY issue_id, history_id, at DESC, history DESC
    ON CONFLICT (tenant_id, instance_id, issue_id, history_id) DO UPDATE SET at = excluded.at, history = excluded.history
    WHERE (h.at, h.history) < (excluded.at, excluded.history)
    RETURNING h.issue_id
)
INSERT INTO pg_temp.affected SELECT issue_id FROM news ON CONFLICT DO NOTHING;
-- A new whole record of an issue of which events told as well: both together are the issue.
WITH both_told AS (
    DELETE FROM pg_temp.winner w USING jobs.issue_events e
    WHERE e.tenant_id = :tenant AND e.instance_id = :instance AND e.issue_id = w.issue_id
    RETURNING w.issue_id
)
INSERT INTO pg_temp.affected SELECT issue_id FROM both_told ON CONFLICT DO NOTHING;
ANALYZE pg_temp.affected;
