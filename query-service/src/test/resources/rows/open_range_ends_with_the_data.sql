WITH last AS (SELECT date_trunc('month', max(created_at) AT TIME ZONE 'UTC') AS final FROM warehouse.issues WHERE tenant_id = 'acme' AND project_id = 'p2')
SELECT n, m::date, (SELECT count(*) FROM warehouse.issues i JOIN warehouse.projects p USING (tenant_id, instance_id, project_id)
    WHERE tenant_id = 'acme' AND instance_id = n AND p.project_key IN ('OPS', 'WEB') AND date_trunc('month', i.created_at AT TIME ZONE 'UTC') = m)
FROM (VALUES ('main'), ('second')) AS v(n), last, generate_series(timestamp '2026-02-01', last.final, interval '1 month') AS m ORDER BY 2, 1
