WITH v AS (SELECT s.*, p.project_id, p.project_key,
        (SELECT coalesce(sum(points_end) FILTER (WHERE completed), 0) FROM warehouse.sprint_scope x WHERE x.tenant_id = 'acme' AND x.sprint_id = s.sprint_id AND x.project_id = p.project_id) AS points,
        (SELECT count(*) FROM warehouse.issues i WHERE i.tenant_id = 'acme' AND i.instance_id = 'main' AND i.project_id = p.project_id AND i.created_at >= s.started_at AND i.created_at < s.ended_at) AS n
    FROM warehouse.sprints s JOIN warehouse.projects p USING (tenant_id, instance_id) WHERE s.tenant_id = 'acme' AND s.state = 'closed' AND s.board_id = 'b1'),
c AS (SELECT *, avg(points) OVER w AS p0, avg(n) OVER w AS n0 FROM v WINDOW w AS (PARTITION BY project_key ORDER BY ended_at ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING))
SELECT project_key, started_at::date, name, board, points, p0, points - p0, 100 * (points - p0) / nullif(p0, 0), n, n0, n - n0, 100 * (n - n0) / nullif(n0, 0)
FROM c WHERE ended_at >= '2026-01-25T00:00Z' AND ended_at < '2026-05-01T00:00Z' ORDER BY ended_at, project_key
