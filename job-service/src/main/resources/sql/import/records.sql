-- Keeps the winners' raw records.
INSERT INTO jobs.issue_records AS r (tenant_id, instance_id, issue_id, version_at, version_rank, version_hash, record)
SELECT :tenant, :instance, w.issue_id, w.version_at, w.version_rank, w.version_hash, b.record
FROM pg_temp.winner w
JOIN pg_temp.s_record b ON b.row_id = w.row_id
ON CONFLICT (tenant_id, instance_id, issue_id) DO UPDATE SET
    version_at = excluded.version_at, version_rank = excluded.version_rank, version_hash = excluded.version_hash,
    record = excluded.record;
