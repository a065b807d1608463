-- On the first of May the sprint of the last week of April was running still.
WITH v AS (SELECT s.*,
        (SELECT count(*) FROM warehouse.issues i WHERE i.tenant_id = 'acme' AND i.instance_id = 'main' AND i.created_at >= s.started_at AND i.created_at < s.ended_at) AS n,
        (SELECT coalesce(sum(points_start) FILTER (WHERE committed), 0) FROM warehouse.sprint_scope x WHERE x.tenant_id = 'acme' AND x.sprint_id = s.sprint_id) AS points
    FROM warehouse.sprints s WHERE s.tenant_id = 'acme' AND s.state = 'closed' AND s.board_id = 'b1' AND s.ended_at < '2026-05-01T00:00Z'),
c AS (SELECT *, n + coalesce(lag(n) OVER w, 0) AS two, n / 2::numeric AS each FROM v WINDOW w AS (ORDER BY ended_at)),
d AS (SELECT *, lag(n) OVER w AS n0, lag(points) OVER w AS points0, lag(two) OVER w AS two0, lag(each) OVER w AS each0 FROM c WINDOW w AS (ORDER BY ended_at))
SELECT started_at::date, name, board, n, n0, n - n0, 100 * (n - n0) / nullif(n0, 0)::numeric, points, points0, points - points0, 100 * (points - points0) / nullif(points0, 0),
    two, two0, two - two0, 100 * (two - two0) / nullif(two0, 0)::numeric, each, each0, each - each0, 100 * (each - each0) / nullif(each0, 0)
FROM d WHERE ended_at >= '2026-02-01T00:00Z' ORDER BY ended_at
