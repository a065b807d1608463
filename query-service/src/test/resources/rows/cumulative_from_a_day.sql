SELECT m::date, (SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND created_at >= '2026-02-10T00:00Z' AND created_at < until),
    (SELECT coalesce(sum(points_end), 0) FROM warehouse.sprint_scope WHERE tenant_id = 'acme' AND completed AND ended_at >= '2026-02-10T00:00Z' AND ended_at < until)
FROM (SELECT m, least(m + interval '1 month', '2026-05-20') AT TIME ZONE 'UTC' AS until
    FROM generate_series(timestamp '2026-02-01', '2026-05-01', interval '1 month') AS m) x ORDER BY 1
