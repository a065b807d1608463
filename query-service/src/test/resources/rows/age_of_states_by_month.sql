WITH months AS (SELECT m::date AS m, least((m + interval '1 month') AT TIME ZONE 'Europe/Prague', '2026-07-01T12:00Z') AS t,
        m AT TIME ZONE 'Europe/Prague' < '2026-07-01T12:00Z' AS known
    FROM generate_series(timestamp '2026-05-01', '2026-08-01', interval '1 month') AS m),
ages AS (SELECT m, project_key, extract(epoch FROM t - v.from_at) / 86400 AS age
    FROM months JOIN warehouse.status_intervals v ON v.from_at < t AND coalesce(v.to_at, 'infinity') >= t
    JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id) JOIN warehouse.projects p USING (tenant_id, instance_id, project_id)
    WHERE tenant_id = 'acme' AND v.category = 'in_progress' AND known)
SELECT m, project_key, (percentile_cont(0.5) WITHIN GROUP (ORDER BY age))::float8, stddev_samp(age)::float8, max(age)::float8,
    CASE WHEN known THEN count(age) END
FROM months CROSS JOIN (SELECT DISTINCT project_key FROM ages) p LEFT JOIN ages USING (m, project_key) GROUP BY m, project_key, known ORDER BY 1, 2
