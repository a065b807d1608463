-- Twelve whole weeks; days count where something was created, teams where something was closed.
WITH i AS (SELECT *, extract(epoch FROM done_at - created_at) / 86400 AS days,
        CASE WHEN created_at >= '2026-01-26T00:00Z' AND created_at < '2026-04-20T00:00Z' THEN date_trunc('day', created_at AT TIME ZONE 'UTC') END AS made,
        CASE WHEN done_at >= '2026-01-26T00:00Z' AND done_at < '2026-04-20T00:00Z' THEN date_trunc('day', done_at AT TIME ZONE 'UTC') END AS done
    FROM warehouse.issues WHERE tenant_id = 'acme'),
p AS (SELECT issue_type, percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS v FROM i WHERE done IS NOT NULL GROUP BY 1, instance_id, project_id, assignee_id),
r AS (SELECT issue_type, d, sum(closed)::numeric / nullif(sum(created), 0) AS v
    FROM (SELECT issue_type, made AS d, 1 AS created, 0 AS closed FROM i UNION ALL SELECT issue_type, done, 0, 1 FROM i) x WHERE d IS NOT NULL GROUP BY 1, 2)
SELECT issue_type, (SELECT avg(v) FROM p WHERE p.issue_type = i.issue_type), (SELECT count(*) FROM p WHERE p.issue_type = i.issue_type),
    (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY v) FROM r WHERE r.issue_type = i.issue_type), (SELECT count(v) FROM r WHERE r.issue_type = i.issue_type),
    count(done) / 12::numeric, 12::bigint,
    (SELECT CASE WHEN count(*) >= 3 THEN max(v) END FROM p WHERE p.issue_type = i.issue_type)
FROM i GROUP BY issue_type HAVING count(done) > 0 ORDER BY issue_type COLLATE "C"
