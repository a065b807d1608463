-- Status and assignee together. States without length are left out: no instant sees them.
INSERT INTO warehouse.issue_states (tenant_id, instance_id, issue_id, from_at, to_at, status, status_category, status_since, assignee_id)
SELECT :tenant, :instance, d.issue_id, greatest(d.from_at, a.from_at), least(d.to_at, a.to_at), d.status, d.category, d.from_at,
    a.assignee_id
FROM pg_temp.d_status d
JOIN pg_temp.s_assignee a ON a.row_id = d.row_id
WHERE greatest(d.from_at, a.from_at) < coalesce(least(d.to_at, a.to_at), 'infinity');
