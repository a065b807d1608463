WITH each AS (SELECT x.sprint_id, p.project_key, sum(CASE WHEN completed THEN coalesce(points_end, 0) ELSE 0 END) AS points
    FROM warehouse.sprint_scope x JOIN warehouse.projects p USING (tenant_id, instance_id, project_id)
    WHERE tenant_id = 'acme' AND x.ended_at >= '2026-01-01T00:00Z' AND x.ended_at < '2026-07-01T00:00Z' GROUP BY 1, 2)
SELECT project_key, avg(points), sum(points), percentile_cont(0.75) WITHIN GROUP (ORDER BY points) FROM each GROUP BY 1 ORDER BY 2 DESC, 1
