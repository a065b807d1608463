SELECT p.project_key, priority, rank() OVER (PARTITION BY p.project_key ORDER BY count(*) DESC), count(*) FROM warehouse.issues i JOIN warehouse.projects p USING (tenant_id, instance_id, project_id)
WHERE tenant_id = 'acme' GROUP BY 1, 2 ORDER BY 1, 3, priority COLLATE "C" NULLS LAST
