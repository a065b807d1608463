WITH i AS (SELECT issue_type, created_at >= '2026-03-01T00:00Z' AND created_at < '2026-05-01T00:00Z' AS created,
        coalesce(done_at >= '2026-03-01T00:00Z' AND done_at < '2026-05-01T00:00Z', false) AS closed
    FROM warehouse.issues JOIN warehouse.projects USING (tenant_id, instance_id, project_id) WHERE tenant_id = 'acme' AND project_key = 'PAY')
SELECT issue_type, coalesce(sum(closed::int)::numeric / nullif(sum(created::int), 0), 0) + abs(sum(created::int) - sum(closed::int)) * 100
FROM i WHERE created OR closed GROUP BY 1 ORDER BY 1
