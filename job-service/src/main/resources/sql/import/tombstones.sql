-- Keeps news of deletions; an issue that is stored and hears of its deletion is derived again.
WITH news AS (
    INSERT INTO jobs.issue_records AS r (tenant_id, instance_id, issue_id, tombstone_at, deleted_at)
    SELECT DISTINCT ON (issue_id) :tenant, :instance, issue_id, coalesce(at, 'infinity'), at
    FROM pg_temp.s_tombstone
    ORDER BY issue_id, coalesce(at, 'infinity') DESC
    ON CONFLICT (tenant_id, instance_id, issue_id) DO UPDATE SET
        tombstone_at = excluded.tombstone_at, deleted_at = excluded.deleted_at
    WHERE coalesce(r.tombstone_at, '-infinity') < excluded.tombstone_at
    RETURNING r.issue_id
)
INSERT INTO pg_temp.affected SELECT issue_id FROM news ON CONFLICT DO NOTHING;
