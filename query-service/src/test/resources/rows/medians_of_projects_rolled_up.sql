WITH i AS (SELECT *, extract(epoch FROM done_at - created_at) / 86400 AS days FROM warehouse.issues
    WHERE tenant_id = 'acme' AND done_at >= '2026-02-01T00:00Z' AND done_at < '2026-06-01T00:00Z')
SELECT issue_type,
    (SELECT avg(p) FROM (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS p FROM i AS x WHERE x.issue_type = i.issue_type GROUP BY instance_id, project_id) g),
    (SELECT max(p) FROM (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS p FROM i AS x WHERE x.issue_type = i.issue_type GROUP BY instance_id, project_id) g),
    (SELECT stddev_samp(p) FROM (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS p FROM i AS x WHERE x.issue_type = i.issue_type GROUP BY instance_id, project_id, assignee_id) g),
    count(*), count(*)
FROM i GROUP BY issue_type ORDER BY issue_type COLLATE "C"
