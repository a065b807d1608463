WITH i AS (SELECT issue_type, date_trunc('quarter', done_at AT TIME ZONE 'UTC')::date AS q, instance_id, project_id, extract(epoch FROM done_at - created_at) / 86400 AS days
    FROM warehouse.issues WHERE tenant_id = 'acme' AND done_at >= '2026-01-01T00:00Z' AND done_at < '2026-07-01T00:00Z'),
p AS (SELECT issue_type, q, avg(d) AS d FROM (SELECT issue_type, q, percentile_cont(0.9) WITHIN GROUP (ORDER BY days) AS d FROM i GROUP BY 1, 2, instance_id, project_id) x GROUP BY 1, 2),
v AS (SELECT issue_type, q, count(*) AS n FROM i GROUP BY 1, 2),
a AS (SELECT issue_type, q, 100 * n / sum(n) OVER () AS share, 100 * n / sum(n) OVER (PARTITION BY q) AS in_month, rank() OVER (PARTITION BY q ORDER BY d) AS place,
    n / (extract(epoch FROM (q + interval '3 months') - q) / 86400) AS a_day FROM v JOIN p USING (issue_type, q))
SELECT issue_type, q, share, in_month, place, a_day FROM a WHERE a_day > 0.1 ORDER BY q, issue_type COLLATE "C"
