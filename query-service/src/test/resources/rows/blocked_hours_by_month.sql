WITH months AS (SELECT m, greatest(m, '2026-01-15') AT TIME ZONE 'Europe/Prague' AS a, (m + interval '1 month') AT TIME ZONE 'Europe/Prague' AS b
    FROM generate_series(timestamp '2026-01-01', '2026-08-01', interval '1 month') AS m),
known AS (SELECT m, CASE WHEN a < '2026-07-01T12:00Z' THEN tstzrange(a, least(b, '2026-07-01T12:00Z')) ELSE 'empty' END AS r FROM months)
SELECT m::date, p.project_key, coalesce((SELECT sum(extract(epoch FROM upper(x) - lower(x)) / 3600) FROM (
    SELECT tstzrange(k.from_at, k.to_at) * r AS x FROM warehouse.blocked_intervals k
    JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id)
    WHERE tenant_id = 'acme' AND i.instance_id = p.instance_id AND i.project_id = p.project_id) t WHERE NOT isempty(x)), 0)
FROM known, warehouse.projects p WHERE p.tenant_id = 'acme' AND p.instance_id = 'main' ORDER BY 1, 2
