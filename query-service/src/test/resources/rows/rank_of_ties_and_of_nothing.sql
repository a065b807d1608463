WITH each AS (SELECT s.name, coalesce(sum(points_start) FILTER (WHERE committed AND open_at_end), 0) / nullif(sum(points_start) FILTER (WHERE committed), 0) AS v
    FROM warehouse.sprints s LEFT JOIN warehouse.sprint_scope x USING (tenant_id, instance_id, sprint_id) WHERE tenant_id = 'acme' AND s.state = 'closed' AND s.completed_at IS NOT NULL GROUP BY 1),
placed AS (SELECT name, CASE WHEN v IS NOT NULL THEN (SELECT 1 + count(*) FROM each o WHERE o.v < each.v) END AS place, v FROM each)
SELECT * FROM placed WHERE place <= 4 OR place IS NULL ORDER BY 2 NULLS LAST, name COLLATE "C"
