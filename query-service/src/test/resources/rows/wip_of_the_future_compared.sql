WITH p AS (SELECT * FROM (VALUES (date '2026-09-01', timestamptz '2026-07-01T00:00Z'), ('2026-10-01', '2026-07-01T12:00Z'), ('2026-11-01', NULL)) AS p (m, t))
SELECT m, NULL::bigint, CASE WHEN t IS NOT NULL THEN (SELECT count(*) FROM warehouse.status_intervals v JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id)
    WHERE tenant_id = 'acme' AND v.category = 'in_progress' AND v.from_at < t AND coalesce(v.to_at, 'infinity') >= t) END, NULL::bigint, NULL::numeric
FROM p ORDER BY 1
