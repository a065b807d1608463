SELECT
    p.project_key,
    i.issue_type,
    (count(DISTINCT t.issue_id) FILTER (WHERE t.leaves_done))::numeric
        / nullif(count(DISTINCT t.issue_id) FILTER (WHERE t.enters_done), 0)
FROM warehouse.issue_transitions t
JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id)
JOIN warehouse.projects p ON p.tenant_id = i.tenant_id AND p.instance_id = i.instance_id AND p.project_id = i.project_id
WHERE t.enters_done OR t.leaves_done
GROUP BY p.project_key, i.issue_type
ORDER BY p.project_key, i.issue_type
