WITH q AS (SELECT q::date AS q, q AT TIME ZONE 'UTC' AS b, (q + interval '3 months') AT TIME ZONE 'UTC' AS e FROM generate_series(timestamp '2026-01-01', '2026-04-01', '3 months') AS q),
v AS (SELECT ended_at, coalesce((SELECT sum(points_end) FROM warehouse.sprint_scope c WHERE c.tenant_id = 'acme' AND c.sprint_id = s.sprint_id AND completed), 0) AS points
    FROM warehouse.sprints s WHERE tenant_id = 'acme' AND state = 'closed' AND ended_at IS NOT NULL),
i AS (SELECT q, (SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND created_at >= b AND created_at < e) AS made, (SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND done_at >= b AND done_at < e) AS done FROM q)
SELECT q, stddev_samp(points) / avg(points), count(points), made - done, least(made, done)
FROM q JOIN i USING (q) LEFT JOIN v ON ended_at >= b AND ended_at < e GROUP BY q, made, done ORDER BY q
