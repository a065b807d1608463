SELECT issue_type, percentile_cont(0.9) WITHIN GROUP (ORDER BY days), avg(days), max(days)
FROM (SELECT issue_type, extract(epoch FROM done_at - created_at) / 86400 AS days FROM warehouse.issues
    WHERE tenant_id = 'acme' AND done_at >= '2026-01-01T00:00Z' AND done_at < '2026-07-01T00:00Z') t
GROUP BY 1 ORDER BY 2 DESC, 1
