WITH days AS (SELECT d, least(d + interval '1 day', '2026-07-01T12:00Z') AS t FROM generate_series(timestamptz '2026-01-01T00:00Z', '2026-07-01T00:00Z', interval '1 day') AS d),
counts AS (SELECT d, (SELECT count(*) FROM warehouse.status_intervals v JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id)
    WHERE tenant_id = 'acme' AND i.project_id = 'p1' AND v.instance_id = 'main' AND v.category = 'in_progress' AND v.from_at < t AND coalesce(v.to_at, 'infinity') >= t) AS n FROM days)
SELECT m::date, CASE WHEN m < '2026-08-01' THEN (SELECT avg(n) FROM counts WHERE d >= m - interval '2 months' AND d < m + interval '1 month') END,
    CASE WHEN m < '2026-08-01' THEN (SELECT max(n) FROM counts WHERE d < m + interval '1 month') END,
    (SELECT avg(n) FROM counts WHERE d >= m AND d < m + interval '1 month')
FROM generate_series(timestamptz '2026-05-01T00:00Z', '2026-08-01T00:00Z', interval '1 month') AS m ORDER BY 1
