WITH days AS (SELECT d::date AS day, date_trunc('month', d)::date AS month, (d + interval '1 day') AT TIME ZONE 'UTC' AS at FROM generate_series(timestamp '2026-02-01', '2026-04-30', '1 day') AS d),
open AS (SELECT p.project_key, month, day, s.issue_id FROM days JOIN warehouse.issue_states s ON s.from_at < at AND (s.to_at >= at OR s.to_at IS NULL)
    JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id) JOIN warehouse.projects p USING (tenant_id, instance_id, project_id)
    WHERE tenant_id = 'acme' AND s.status_category = 'in_progress'),
daily AS (SELECT project_key, month, day, count(*) AS n FROM open GROUP BY 1, 2, 3)
SELECT project_key, month, max(n) FILTER (WHERE day = month + interval '1 month - 1 day'), max(n) FILTER (WHERE day = month + interval '1 month - 1 day'),
    sum(n) / (SELECT count(*) FROM days d WHERE d.month = daily.month), (SELECT count(DISTINCT issue_id) FROM open o WHERE (o.project_key, o.month) = (daily.project_key, daily.month)),
    max(n), (SELECT count(DISTINCT issue_id) FROM open o WHERE (o.project_key, o.month) = (daily.project_key, daily.month))
FROM daily GROUP BY 1, 2 ORDER BY 2, 1
