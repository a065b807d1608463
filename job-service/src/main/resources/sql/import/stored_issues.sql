-- The stored records to derive again, and what events added to them.
SELECT r.issue_id, r.version_hash, r.record, e.record AS event, coalesce(e.born, false) AS born,
    (SELECT '{"histories":[' || coalesce(string_agg(h.history, ',' ORDER BY h.at, h.history_id), '') || ']}'
        FROM jobs.issue_histories h
        WHERE h.tenant_id = :tenant AND h.instance_id = :instance AND h.issue_id = a.issue_id) AS changelog
FROM pg_temp.affected a
JOIN jobs.issue_records r ON r.tenant_id = :tenant AND r.instance_id = :instance AND r.issue_id = a.issue_id
LEFT JOIN jobs.issue_events e ON e.tenant_id = :tenant AND e.instance_id = :instance AND e.issue_id = a.issue_id
WHERE (r.record IS NOT NULL OR e.record IS NOT NULL)
  AND NOT EXISTS (SELECT FROM pg_temp.winner w WHERE w.issue_id = r.issue_id);
