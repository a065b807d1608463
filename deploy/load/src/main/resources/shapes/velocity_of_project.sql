SELECT s.name, s.ended_at, coalesce(sum(x.points_end) FILTER (WHERE x.completed), 0)
FROM warehouse.sprints s
JOIN warehouse.sprint_scope x USING (tenant_id, instance_id, sprint_id)
JOIN warehouse.projects p USING (tenant_id, instance_id, project_id)
WHERE s.state = 'closed' AND p.project_key = 'P1'
GROUP BY s.sprint_id, s.name, s.ended_at
ORDER BY s.ended_at DESC
LIMIT 20
