WITH x AS (SELECT p.project_key,
    (SELECT count(*) FROM warehouse.issues i WHERE i.tenant_id = 'acme' AND i.instance_id = p.instance_id AND i.project_id = p.project_id AND created_at >= '2026-03-01T00:00Z' AND created_at < '2026-05-01T00:00Z') AS now,
    (SELECT count(*) FROM warehouse.issues i WHERE i.tenant_id = 'acme' AND i.instance_id = p.instance_id AND i.project_id = p.project_id AND created_at >= '2026-01-01T00:00Z' AND created_at < '2026-03-01T00:00Z') AS before,
    (SELECT avg(extract(epoch FROM done_at - created_at) / 86400) FROM warehouse.issues i WHERE i.tenant_id = 'acme' AND i.instance_id = p.instance_id AND i.project_id = p.project_id AND done_at >= '2026-03-01T00:00Z' AND done_at < '2026-05-01T00:00Z') AS lead,
    (SELECT avg(extract(epoch FROM done_at - created_at) / 86400) FROM warehouse.issues i WHERE i.tenant_id = 'acme' AND i.instance_id = p.instance_id AND i.project_id = p.project_id AND done_at >= '2026-01-01T00:00Z' AND done_at < '2026-03-01T00:00Z') AS lead_before
    FROM warehouse.projects p WHERE p.tenant_id = 'acme')
SELECT project_key, now, before, now - before, (now - before) * 100.0 / nullif(before, 0), lead, lead_before, lead - lead_before, (lead - lead_before) * 100 / lead_before FROM x ORDER BY 2 DESC, 1
