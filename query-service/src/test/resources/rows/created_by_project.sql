SELECT p.project_key, count(*) FROM warehouse.issues i JOIN warehouse.projects p USING (tenant_id, instance_id, project_id)
WHERE tenant_id = 'acme' AND i.created_at >= '2026-02-01T00:00Z' AND i.created_at < '2026-04-01T00:00Z'
GROUP BY 1 ORDER BY 2 DESC, 1
