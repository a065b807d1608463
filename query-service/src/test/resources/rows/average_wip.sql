WITH days AS (SELECT date_trunc('month', d)::date AS m, least((d + interval '1 day') AT TIME ZONE 'Asia/Tokyo', '2026-07-01T12:00Z') AS t
    FROM generate_series(timestamp '2026-05-01', '2026-07-31', interval '1 day') AS d WHERE d AT TIME ZONE 'Asia/Tokyo' < '2026-07-01T12:00Z'),
counts AS (SELECT m, project_key, (SELECT count(*) FROM warehouse.status_intervals v JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id)
    WHERE tenant_id = 'acme' AND i.project_id = p.project_id AND v.category = 'in_progress' AND v.from_at < t AND coalesce(v.to_at, 'infinity') >= t) AS n
    FROM days, warehouse.projects p WHERE p.tenant_id = 'acme' AND p.instance_id = 'main')
SELECT m, project_key, avg(n), max(n) FROM counts GROUP BY 1, 2 ORDER BY 1, 2
