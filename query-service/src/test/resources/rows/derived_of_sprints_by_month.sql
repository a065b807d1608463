WITH v AS (SELECT date_trunc('quarter', ended_at AT TIME ZONE 'UTC')::date AS q, board,
        coalesce((SELECT sum(points_end) FROM warehouse.sprint_scope c WHERE c.tenant_id = 'acme' AND c.sprint_id = s.sprint_id AND completed), 0) AS points
    FROM warehouse.sprints s WHERE tenant_id = 'acme' AND state = 'closed' AND ended_at IS NOT NULL),
grid AS (SELECT q, board FROM (VALUES (date '2026-01-01'), ('2026-04-01'), ('2026-07-01')) AS x(q), (SELECT DISTINCT board FROM v) AS b)
SELECT q, board, (stddev_samp(points) / nullif(avg(points), 0))::float8, stddev_samp(points)::float8
FROM grid LEFT JOIN v USING (q, board) WHERE board IS NOT NULL GROUP BY 1, 2
UNION ALL SELECT q, NULL, NULL, NULL FROM grid WHERE board IS NULL
ORDER BY 1, 2
