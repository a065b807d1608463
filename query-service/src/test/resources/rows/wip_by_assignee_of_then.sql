SELECT u.display_name, x.status, count(*), count(*) FILTER (WHERE x.assignee_id IS NULL) FROM (
    SELECT DISTINCT ON (tenant_id, instance_id, issue_id) * FROM warehouse.issue_states
    WHERE tenant_id = 'acme' AND from_at < '2026-05-10T00:00Z' ORDER BY tenant_id, instance_id, issue_id, from_at DESC) x
LEFT JOIN warehouse.users u ON u.tenant_id = x.tenant_id AND u.instance_id = x.instance_id AND u.user_id = x.assignee_id
WHERE x.status_category = 'in_progress' GROUP BY 1, 2 ORDER BY 3 DESC, 1 NULLS LAST, 2
