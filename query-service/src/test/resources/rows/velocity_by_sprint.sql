SELECT s.name, coalesce((SELECT sum(points_end) FROM warehouse.sprint_scope x WHERE x.tenant_id = 'acme' AND x.sprint_id = s.sprint_id AND completed), 0),
    coalesce((SELECT sum(points_start) FROM warehouse.sprint_scope x WHERE x.tenant_id = 'acme' AND x.sprint_id = s.sprint_id AND committed), 0),
    (SELECT avg(completed::int) FROM warehouse.sprint_scope x WHERE x.tenant_id = 'acme' AND x.sprint_id = s.sprint_id AND committed)
FROM warehouse.sprints s WHERE s.tenant_id = 'acme' AND s.state = 'closed'
    AND s.completed_at >= '2026-02-01T00:00Z' AND s.completed_at < '2026-05-01T00:00Z' ORDER BY s.name COLLATE "C" DESC
