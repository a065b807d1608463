WITH each AS (SELECT s.sprint_id, s.completed_at AS at,
        coalesce(sum(points_end) FILTER (WHERE completed), 0) AS done,
        coalesce(sum(coalesce(points_start, 0)) FILTER (WHERE committed AND open_at_end), 0) / nullif(sum(points_start) FILTER (WHERE committed), 0) AS spill,
        count(*) FILTER (WHERE added)::numeric / nullif(count(*) FILTER (WHERE added OR committed), 0) AS unplanned
    FROM warehouse.sprints s LEFT JOIN warehouse.sprint_scope x USING (tenant_id, instance_id, sprint_id)
    WHERE tenant_id = 'acme' AND s.state = 'closed' AND s.completed_at IS NOT NULL GROUP BY 1, 2)
SELECT m::date, coalesce(sum(done), 0), avg(spill), avg(unplanned)
FROM generate_series(timestamp '2026-01-01', '2026-08-01', interval '1 month') AS m
LEFT JOIN each ON date_trunc('month', at AT TIME ZONE 'UTC') = m GROUP BY 1 ORDER BY 1
