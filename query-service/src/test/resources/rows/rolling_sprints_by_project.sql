WITH v AS (SELECT s.ended_at, p.project_key, coalesce(sum(points_end) FILTER (WHERE completed), 0) AS points,
        avg(completed::int) FILTER (WHERE committed) AS reliability
    FROM warehouse.sprints s JOIN warehouse.sprint_scope x USING (tenant_id, instance_id, sprint_id) JOIN warehouse.projects p USING (tenant_id, instance_id, project_id)
    WHERE tenant_id = 'acme' AND s.state = 'closed' GROUP BY s.sprint_id, s.ended_at, p.project_key)
SELECT m::date, project_key, avg(points), percentile_cont(0.5) WITHIN GROUP (ORDER BY reliability)
FROM v JOIN generate_series(timestamptz '2026-03-01T00:00Z', '2026-05-01T00:00Z', interval '1 month') AS m
    ON ended_at >= m - interval '1 month' AND ended_at < m + interval '1 month'
GROUP BY m, project_key ORDER BY 1, 2
