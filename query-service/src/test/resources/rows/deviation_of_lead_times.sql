SELECT display_name, stddev_samp(extract(epoch FROM done_at - created_at) / 86400)
FROM warehouse.issues i LEFT JOIN warehouse.users u ON u.tenant_id = i.tenant_id AND u.instance_id = i.instance_id AND user_id = assignee_id
WHERE i.tenant_id = 'acme' AND done_at IS NOT NULL GROUP BY 1 ORDER BY 1
