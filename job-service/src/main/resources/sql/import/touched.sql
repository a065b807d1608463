-- The issues to write: winners and those derived again. deleted_at: from the record itself, or a tombstone that is newer.
INSERT INTO pg_temp.winner (row_id, issue_id, version_at, version_rank, version_hash)
SELECT row_id, issue_id, version_at, version_rank, version_hash FROM pg_temp.s_issue WHERE restaged;
CREATE TEMPORARY TABLE t_issue ON COMMIT DROP AS
SELECT s.row_id, s.issue_id,
    CASE WHEN s.deleted_at IS NOT NULL THEN s.deleted_at
         WHEN r.tombstone_at >= s.version_at THEN coalesce(r.deleted_at, s.version_at) END AS deleted_at
FROM pg_temp.winner w
JOIN pg_temp.s_issue s ON s.row_id = w.row_id
JOIN jobs.issue_records r ON r.tenant_id = :tenant AND r.instance_id = :instance AND r.issue_id = s.issue_id;
ANALYZE pg_temp.t_issue;
CREATE TEMPORARY TABLE t_existing ON COMMIT DROP AS
SELECT t.issue_id
FROM pg_temp.t_issue t
JOIN warehouse.issues i ON i.tenant_id = :tenant AND i.instance_id = :instance AND i.issue_id = t.issue_id;
ANALYZE pg_temp.t_existing;
