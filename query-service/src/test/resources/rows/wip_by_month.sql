WITH m AS (SELECT m, least(m + interval '1 month', '2026-07-01T12:00Z') AS t FROM generate_series(timestamptz '2026-02-01T00:00Z', '2026-08-01T00:00Z', interval '1 month') AS m)
SELECT m::date, CASE WHEN m < '2026-07-01T12:00Z' THEN (SELECT count(*) FROM warehouse.status_intervals v JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id)
    WHERE tenant_id = 'acme' AND v.category = 'in_progress' AND v.from_at < t AND coalesce(v.to_at, 'infinity') >= t) END,
    CASE WHEN m < '2026-07-01T12:00Z' THEN (SELECT count(*) FROM warehouse.status_intervals v JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id)
    WHERE tenant_id = 'acme' AND v.category = 'in_progress' AND v.from_at < t AND coalesce(v.to_at, 'infinity') >= t AND t - v.from_at >= interval '168 hours') END,
    CASE WHEN m < '2026-07-01T12:00Z' THEN (SELECT count(*) FROM warehouse.status_intervals v JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id)
    WHERE tenant_id = 'acme' AND v.category = 'in_progress' AND v.from_at < t AND coalesce(v.to_at, 'infinity') >= t AND t - v.from_at >= interval '720 hours') END
FROM m ORDER BY 1
