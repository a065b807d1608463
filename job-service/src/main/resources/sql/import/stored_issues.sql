-- The stored records to derive again.
SELECT r.issue_id, r.version_hash, r.record
FROM pg_temp.affected a
JOIN jobs.issue_records r ON r.tenant_id = :tenant AND r.instance_id = :instance AND r.issue_id = a.issue_id
WHERE r.record IS NOT NULL
  AND NOT EXISTS (SELECT FROM pg_temp.winner w WHERE w.issue_id = r.issue_id);
