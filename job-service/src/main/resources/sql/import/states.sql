-- Status and assignee together. States without length are left out: no instant sees them, but they end a stay in a category.
INSERT INTO warehouse.issue_states (tenant_id, instance_id, issue_id, from_at, to_at, status, status_category, status_since,
    assignee_id, category_since, created_at, is_bug)
SELECT :tenant, :instance, d.issue_id, greatest(d.from_at, a.from_at), least(d.to_at, a.to_at), d.status, d.category, d.from_at,
    a.assignee_id, d.category_since, i.created_at, i.is_bug
FROM (
    SELECT *, max(from_at) FILTER (WHERE category IS DISTINCT FROM from_category)
        OVER (PARTITION BY row_id ORDER BY seq) AS category_since
    FROM pg_temp.d_status
) d
JOIN pg_temp.s_assignee a ON a.row_id = d.row_id
JOIN pg_temp.s_issue i ON i.row_id = d.row_id
WHERE greatest(d.from_at, a.from_at) < coalesce(least(d.to_at, a.to_at), 'infinity');
