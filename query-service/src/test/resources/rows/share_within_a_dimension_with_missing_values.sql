WITH each AS (SELECT issue_type, priority, count(*) AS n FROM warehouse.issues WHERE tenant_id = 'acme' AND created_at >= '2026-01-01T00:00Z' AND created_at < '2026-07-01T00:00Z' GROUP BY 1, 2)
SELECT issue_type, priority, 100.0 * n / sum(n) OVER (PARTITION BY priority) FROM each ORDER BY priority COLLATE "C" NULLS LAST, issue_type COLLATE "C"
