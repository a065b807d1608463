-- Operations closed issues in February only: all other weeks of the range count as none, but have no lead time.
WITH weeks AS (SELECT w::date AS week FROM generate_series(timestamp '2025-12-29', timestamp '2026-07-13', interval '1 week') AS w),
i AS (SELECT p.project_key, date_trunc('week', done_at AT TIME ZONE 'America/New_York')::date AS week, extract(epoch FROM done_at - created_at) / 86400 AS days
    FROM warehouse.issues i JOIN warehouse.projects p USING (tenant_id, instance_id, project_id) WHERE i.tenant_id = 'acme'
    AND done_at >= timestamp '2026-01-01' AT TIME ZONE 'America/New_York' AND done_at < timestamp '2026-07-15' AT TIME ZONE 'America/New_York'),
v AS (SELECT k.project_key, w.week, count(i.days) AS n, percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS days
    FROM (SELECT DISTINCT project_key FROM i) k CROSS JOIN weeks w LEFT JOIN i USING (project_key, week) GROUP BY 1, 2)
SELECT project_key, avg(n), percentile_cont(0.5) WITHIN GROUP (ORDER BY n), stddev_samp(n), avg(days), sum(n)
FROM v GROUP BY 1 ORDER BY 1
