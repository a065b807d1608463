WITH each AS (SELECT s.board, s.sprint_id, coalesce(sum(points_end) FILTER (WHERE completed), 0) AS done, coalesce(sum(points_start) FILTER (WHERE committed AND open_at_end), 0) / nullif(sum(points_start) FILTER (WHERE committed), 0) AS spill
    FROM warehouse.sprints s LEFT JOIN warehouse.sprint_scope x USING (tenant_id, instance_id, sprint_id) WHERE tenant_id = 'acme' AND s.state = 'closed' AND s.completed_at IS NOT NULL GROUP BY 1, 2)
SELECT board, avg(spill), count(spill), sum(done), count(*) FROM each GROUP BY 1 ORDER BY 3 DESC, board COLLATE "C"
