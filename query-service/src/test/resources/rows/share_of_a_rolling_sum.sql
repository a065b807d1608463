WITH done AS (SELECT p.project_key, date_trunc('month', done_at AT TIME ZONE 'UTC') AS m FROM warehouse.issues i JOIN warehouse.projects p USING (tenant_id, instance_id, project_id) WHERE tenant_id = 'acme' AND project_key IN ('PAY', 'WEB')),
months AS (SELECT m FROM generate_series(timestamp '2026-02-01', '2026-05-01', '1 month') AS m)
SELECT k.project_key, months.m::date, 100.0 * count(*) FILTER (WHERE done.project_key = k.project_key) / count(*)
FROM months CROSS JOIN (VALUES ('PAY'), ('WEB')) AS k(project_key) JOIN done ON done.m BETWEEN months.m - interval '1 month' AND months.m GROUP BY 1, 2 ORDER BY 2, 1
