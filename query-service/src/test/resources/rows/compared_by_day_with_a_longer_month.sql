WITH d AS (SELECT n, timestamptz '2026-05-01T00:00Z' + n * interval '1 day' AS a, CASE WHEN n < 30 THEN timestamptz '2026-04-01T00:00Z' + n * interval '1 day' END AS b FROM generate_series(0, 30) AS n),
x AS (SELECT a, (SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND created_at >= a AND created_at < a + interval '1 day') AS c,
    CASE WHEN b IS NOT NULL THEN (SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND created_at >= b AND created_at < b + interval '1 day') END AS cp,
    (SELECT count(*) FROM warehouse.status_intervals v JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id)
    WHERE tenant_id = 'acme' AND v.category = 'in_progress' AND v.from_at < a + interval '1 day' AND coalesce(v.to_at, 'infinity') >= a + interval '1 day') AS w,
    CASE WHEN b IS NOT NULL THEN (SELECT count(*) FROM warehouse.status_intervals v JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id)
    WHERE tenant_id = 'acme' AND v.category = 'in_progress' AND v.from_at < b + interval '1 day' AND coalesce(v.to_at, 'infinity') >= b + interval '1 day') END AS wp FROM d)
SELECT a::date, c, cp, c - cp, (c - cp) * 100.0 / nullif(cp, 0), w, wp, w - wp, (w - wp) * 100.0 / nullif(wp, 0) FROM x ORDER BY 1
