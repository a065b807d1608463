SELECT d::date, p.project_key, (SELECT count(*) FROM warehouse.issues i WHERE i.tenant_id = 'acme' AND i.instance_id = 'main'
    AND i.project_id = p.project_id
    AND i.created_at >= d AT TIME ZONE 'America/New_York' AND i.created_at < (d + interval '1 day') AT TIME ZONE 'America/New_York')
FROM generate_series(timestamp '2026-03-27', '2026-03-31', interval '1 day') AS d, warehouse.projects p
WHERE p.tenant_id = 'acme' AND p.instance_id = 'main' ORDER BY 1, 2
