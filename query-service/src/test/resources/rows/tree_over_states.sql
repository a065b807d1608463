SELECT s.status, count(*) FROM warehouse.issue_states s JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id)
LEFT JOIN warehouse.users u ON u.tenant_id = s.tenant_id AND u.instance_id = s.instance_id AND u.user_id = s.assignee_id
WHERE s.tenant_id = 'acme' AND s.status_category = 'in_progress' AND s.from_at < '2026-04-01T00:00Z' AND coalesce(s.to_at, 'infinity') >= '2026-04-01T00:00Z'
    AND (u.display_name IS DISTINCT FROM 'Ana Novak' OR i.priority = 'High') GROUP BY 1 ORDER BY 2 DESC, 1
