WITH each AS (SELECT s.name, x.project_id, sum(points_end) FILTER (WHERE completed) AS done, sum(points_start) FILTER (WHERE committed) AS planned
    FROM warehouse.sprint_scope x JOIN warehouse.sprints s USING (tenant_id, instance_id, sprint_id)
    WHERE tenant_id = 'acme' AND (x.project_id = 'p2' OR s.name IN ('Sprint 2', 'Sprint 3')) AND s.name <> 'Sprint 5' GROUP BY 1, 2)
SELECT name, avg(coalesce(done, 0)), sum(coalesce(planned, 0)) FROM each GROUP BY 1 ORDER BY name COLLATE "C"
