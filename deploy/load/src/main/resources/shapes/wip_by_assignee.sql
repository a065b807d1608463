SELECT u.display_name, count(*)
FROM warehouse.issue_states x
JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id)
LEFT JOIN warehouse.users u ON u.tenant_id = x.tenant_id AND u.instance_id = x.instance_id AND u.user_id = x.assignee_id
WHERE x.status_category = 'in_progress' AND x.to_at IS NULL AND i.deleted_at IS NULL
GROUP BY u.display_name
ORDER BY u.display_name
