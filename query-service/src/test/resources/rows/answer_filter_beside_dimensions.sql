WITH made AS (SELECT l.label, issue_type, count(*) AS n FROM warehouse.issues i JOIN warehouse.projects p USING (tenant_id, instance_id, project_id)
    LEFT JOIN LATERAL unnest(labels) AS l(label) ON true
    WHERE tenant_id = 'acme' AND project_key <> 'OPS' AND created_at >= '2026-01-01T00:00Z' AND created_at < '2026-07-01T00:00Z' GROUP BY 1, 2),
led AS (SELECT l.label, issue_type, avg(extract(epoch FROM done_at - created_at) / 86400) AS lead FROM warehouse.issues i JOIN warehouse.projects p USING (tenant_id, instance_id, project_id)
    LEFT JOIN LATERAL unnest(labels) AS l(label) ON true
    WHERE tenant_id = 'acme' AND project_key <> 'OPS' AND done_at >= '2026-01-01T00:00Z' AND done_at < '2026-07-01T00:00Z' GROUP BY 1, 2),
both_of AS (SELECT coalesce(m.label, d.label) AS label, coalesce(m.issue_type, d.issue_type) AS issue_type, coalesce(n, 0) AS n, lead
    FROM made m FULL JOIN led d ON (m.label, m.issue_type)::text = (d.label, d.issue_type)::text)
SELECT label, issue_type, n, lead FROM both_of WHERE n > 30 OR label IS NULL OR (issue_type = 'Bug' AND NOT coalesce(lead > 4, false))
ORDER BY 3 DESC, label COLLATE "C" NULLS LAST, issue_type COLLATE "C"
