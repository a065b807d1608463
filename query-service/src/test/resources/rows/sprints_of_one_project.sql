WITH each AS (SELECT x.sprint_id, sum(points_end) FILTER (WHERE completed) AS done, nullif(sum(points_start) FILTER (WHERE committed), 0) AS planned,
        coalesce(sum(points_joined) FILTER (WHERE added), 0) + coalesce(sum(points_removed) FILTER (WHERE removed), 0) AS churn
    FROM warehouse.sprint_scope x WHERE tenant_id = 'acme' AND project_id = 'p2' AND ended_at < '2026-07-01T00:00Z' GROUP BY 1)
SELECT avg(coalesce(done, 0) / planned), max(churn / planned) FROM each
