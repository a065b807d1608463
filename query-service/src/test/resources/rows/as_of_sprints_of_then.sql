SELECT s.name, coalesce(sum(points_end) FILTER (WHERE completed), 0),
    count(*) FILTER (WHERE committed AND completed)::numeric / nullif(count(*) FILTER (WHERE committed), 0)
FROM warehouse.sprints s LEFT JOIN warehouse.sprint_scope c USING (tenant_id, instance_id, sprint_id)
WHERE tenant_id = 'acme' AND sprint_id IN ('s1', 's2', 's3', 's4', 's5') GROUP BY 1 ORDER BY 1
