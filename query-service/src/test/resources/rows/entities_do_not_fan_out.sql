SELECT p.project_key,
    (SELECT count(*) FROM warehouse.issues i WHERE i.tenant_id = 'acme' AND i.instance_id = p.instance_id AND i.project_id = p.project_id AND created_at < '2026-07-01T00:00Z'),
    coalesce((SELECT sum(points_end) FILTER (WHERE completed) FROM warehouse.sprint_scope x WHERE x.tenant_id = 'acme' AND x.instance_id = p.instance_id AND x.project_id = p.project_id AND ended_at < '2026-07-01T00:00Z'), 0),
    (SELECT count(*) FROM warehouse.status_intervals v JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id)
    WHERE tenant_id = 'acme' AND v.category = 'in_progress' AND v.from_at < '2026-07-01T00:00Z' AND coalesce(v.to_at, 'infinity') >= '2026-07-01T00:00Z' AND i.instance_id = p.instance_id AND i.project_id = p.project_id),
    (SELECT count(DISTINCT issue_id) FROM warehouse.issue_transitions t JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id) WHERE tenant_id = 'acme' AND i.instance_id = p.instance_id AND i.project_id = p.project_id AND leaves_done AND at < '2026-07-01T00:00Z'),
    coalesce((SELECT sum(extract(epoch FROM least(to_at, '2026-07-01T00:00Z') - from_at) / 3600) FROM warehouse.blocked_intervals b JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id)
        WHERE tenant_id = 'acme' AND i.instance_id = p.instance_id AND i.project_id = p.project_id AND from_at < '2026-07-01T00:00Z'), 0)
FROM warehouse.projects p WHERE p.tenant_id = 'acme' ORDER BY 2 DESC, 1
