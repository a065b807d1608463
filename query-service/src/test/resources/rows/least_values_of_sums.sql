WITH each AS (SELECT s.board, s.sprint_id, coalesce(sum(points_end) FILTER (WHERE completed), 0) AS done
    FROM warehouse.sprints s LEFT JOIN warehouse.sprint_scope x USING (tenant_id, instance_id, sprint_id) WHERE tenant_id = 'acme' AND s.state = 'closed' AND s.completed_at IS NOT NULL GROUP BY 1, 2)
SELECT board, CASE WHEN count(*) >= 5 THEN sum(done) END, sum(done), count(*) FROM each GROUP BY 1 ORDER BY board COLLATE "C" NULLS LAST
