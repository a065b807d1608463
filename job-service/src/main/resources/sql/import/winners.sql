-- Of each issue's versions the newest one, if it is newer than what is stored; affected: to be derived again from store.
CREATE TEMPORARY TABLE winner ON COMMIT DROP AS
SELECT DISTINCT ON (s.issue_id) s.row_id, s.issue_id, s.version_at, s.version_rank, s.version_hash
FROM pg_temp.s_issue s
ORDER BY s.issue_id, s.version_at DESC, s.version_rank DESC, s.version_hash DESC;
DELETE FROM pg_temp.winner w
USING jobs.issue_records r
WHERE r.tenant_id = :tenant AND r.instance_id = :instance AND r.issue_id = w.issue_id
  AND (r.version_at, r.version_rank, r.version_hash) >= (w.version_at, w.version_rank, w.version_hash);
ANALYZE pg_temp.winner;
CREATE TEMPORARY TABLE affected (issue_id text PRIMARY KEY) ON COMMIT DROP;
