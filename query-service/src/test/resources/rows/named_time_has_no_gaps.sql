SELECT date_trunc('week', created_at AT TIME ZONE 'UTC')::date, count(*) FROM warehouse.issues
WHERE tenant_id = 'acme' AND done_at >= '2026-06-20T00:00Z' AND done_at < '2026-07-01T00:00Z' GROUP BY 1 ORDER BY 1
