SELECT u.display_name, count(*) FROM warehouse.issues i LEFT JOIN warehouse.users u ON u.tenant_id = i.tenant_id AND u.instance_id = i.instance_id AND u.user_id = i.assignee_id
WHERE i.tenant_id = 'acme' AND coalesce(u.display_name, '') <> 'Ana Novak' AND coalesce(i.priority, '') <> 'High' GROUP BY 1 ORDER BY 2 DESC, 1
