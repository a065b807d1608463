WITH each AS (SELECT s.name, sum(points_start) FILTER (WHERE committed AND open_at_end) AS o, sum(points_start) FILTER (WHERE committed) AS p
    FROM warehouse.sprints s LEFT JOIN warehouse.sprint_scope x USING (tenant_id, instance_id, sprint_id) WHERE tenant_id = 'acme' AND s.state = 'closed' AND s.ended_at IS NOT NULL GROUP BY 1)
SELECT name, coalesce(o, 0) / nullif(p, 0) FROM each WHERE (coalesce(o, 0) / nullif(p, 0) < 0.05) IS NOT TRUE ORDER BY name COLLATE "C"
