SELECT p.project_key, count(*) FROM warehouse.issues i JOIN warehouse.projects p USING (tenant_id, instance_id, project_id)
LEFT JOIN warehouse.users u ON u.tenant_id = i.tenant_id AND u.instance_id = i.instance_id AND u.user_id = i.assignee_id
WHERE i.tenant_id = 'acme' AND coalesce(u.display_name, '') <> 'Ana Novak' AND array_to_string(i.labels, ' ') NOT LIKE '%back%'
    AND coalesce(priority, '') <> 'High' AND coalesce(done_at, 'infinity') >= '2026-03-01T00:00Z' GROUP BY 1 ORDER BY 2 DESC, 1
