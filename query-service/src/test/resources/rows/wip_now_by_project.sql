SELECT project_key, count(*) FROM (SELECT i.* FROM warehouse.status_intervals v JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id)
    WHERE tenant_id = 'acme' AND v.category = 'in_progress' AND v.from_at < '2026-07-01T12:00Z' AND coalesce(v.to_at, 'infinity') >= '2026-07-01T12:00Z') x JOIN warehouse.projects p USING (tenant_id, instance_id, project_id)
GROUP BY 1 ORDER BY 2 DESC, 1
