-- A sprint's board is the bucket's, for issues too; the board of an issue's present sprint plays no part.
SELECT s.board, (s.started_at AT TIME ZONE 'UTC')::date, s.name, s.board, 'PAY',
    (SELECT coalesce(sum(points_start) FILTER (WHERE committed), 0) FROM warehouse.sprint_scope x WHERE x.tenant_id = 'acme' AND x.sprint_id = s.sprint_id AND x.project_id = 'p1'),
    (SELECT count(*) FROM warehouse.issues i WHERE i.tenant_id = 'acme' AND i.instance_id = 'main' AND i.project_id = 'p1' AND i.created_at >= s.started_at AND i.created_at < s.ended_at)
FROM warehouse.sprints s WHERE tenant_id = 'acme' AND state = 'closed' AND board_id = 'b1' AND ended_at >= '2026-02-01T00:00Z' AND ended_at < '2026-06-01T00:00Z'
ORDER BY ended_at DESC
