WITH v AS (SELECT s.*, (SELECT max(n) FROM (SELECT coalesce(sum(points_end) FILTER (WHERE completed), 0) AS n FROM warehouse.sprint_scope x
            WHERE x.tenant_id = 'acme' AND x.sprint_id = s.sprint_id GROUP BY x.project_id) p) AS points,
        (SELECT avg(n) FROM (SELECT count(*) AS n FROM warehouse.issues i WHERE i.tenant_id = 'acme' AND i.instance_id = 'main' AND i.created_at >= s.started_at
            AND i.created_at < s.ended_at GROUP BY i.project_id) p) AS n
    FROM warehouse.sprints s WHERE s.tenant_id = 'acme' AND s.state = 'closed' AND s.board_id = 'b1'),
c AS (SELECT *, avg(points) OVER w AS p0, avg(n) OVER w AS n0 FROM v WINDOW w AS (ORDER BY ended_at ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING))
SELECT started_at::date, name, board, points, p0, points - p0, 100 * (points - p0) / nullif(p0, 0), n, n0, n - n0, 100 * (n - n0) / nullif(n0, 0)
FROM c WHERE ended_at >= '2026-02-25T00:00Z' AND ended_at < '2026-06-01T00:00Z' ORDER BY ended_at
