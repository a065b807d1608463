WITH these AS (SELECT labels FROM warehouse.issues WHERE tenant_id = 'acme' AND created_at >= '2026-01-01T00:00Z' AND created_at < '2026-07-01T00:00Z')
SELECT l.label, 100.0 * count(*) / (SELECT count(*) FROM these), count(*) FROM these LEFT JOIN LATERAL unnest(labels) AS l(label) ON true
GROUP BY 1 ORDER BY 2 DESC, label COLLATE "C"
