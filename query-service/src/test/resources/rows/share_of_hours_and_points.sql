WITH each AS (SELECT s.board, s.name, coalesce(sum(points_start) FILTER (WHERE committed), 0) AS planned, coalesce(sum(points_end) FILTER (WHERE completed), 0) AS done
    FROM warehouse.sprints s LEFT JOIN warehouse.sprint_scope x USING (tenant_id, instance_id, sprint_id)
    WHERE tenant_id = 'acme' AND s.state = 'closed' AND s.completed_at IS NOT NULL GROUP BY 1, 2)
SELECT board, name, 100 * planned / sum(planned) OVER (), 100 * done / nullif(sum(done) OVER (PARTITION BY board), 0) FROM each ORDER BY name COLLATE "C", board COLLATE "C"
