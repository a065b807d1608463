WITH s AS (SELECT s.*, (SELECT coalesce(sum(points_end) FILTER (WHERE completed), 0) FROM warehouse.sprint_scope x
            WHERE x.tenant_id = 'acme' AND x.instance_id = s.instance_id AND x.sprint_id = s.sprint_id) AS points,
        (SELECT count(*) FROM warehouse.issues i WHERE i.tenant_id = 'acme' AND i.instance_id = s.instance_id AND i.done_at >= s.started_at AND i.done_at < s.ended_at) AS n
    FROM warehouse.sprints s WHERE tenant_id = 'acme' AND state = 'closed' AND ended_at >= '2026-02-01T00:00Z' AND ended_at < '2026-06-01T00:00Z')
SELECT 'main',
    (SELECT avg(v) FROM (SELECT avg(points) AS v FROM s GROUP BY board_id) b),
    (SELECT min(v) FROM (SELECT max(points) AS v FROM s GROUP BY board_id) b),
    (SELECT sum(points) FROM s WHERE started_at IS NOT NULL),
    (SELECT avg(v) FROM (SELECT sum(points) AS v FROM s GROUP BY date_trunc('month', ended_at AT TIME ZONE 'UTC')) m),
    (SELECT avg(n) FROM s WHERE started_at IS NOT NULL)
