SELECT
    s.name,
    coalesce(sum(x.points_start) FILTER (WHERE x.committed AND x.open_at_end), 0)
        / nullif(sum(x.points_start) FILTER (WHERE x.committed), 0) AS spillover
FROM warehouse.sprints s
LEFT JOIN warehouse.sprint_scope x USING (tenant_id, instance_id, sprint_id)
WHERE s.state = 'closed'
GROUP BY s.sprint_id, s.name
ORDER BY spillover DESC NULLS LAST
LIMIT 50
