SELECT d::date, 0 FROM generate_series(timestamp '2025-12-01', '2026-01-26', '7 days') AS d
WHERE NOT EXISTS (SELECT FROM warehouse.issues WHERE tenant_id = 'acme' AND date_trunc('week', done_at AT TIME ZONE 'UTC') = d AND done_at < '2026-02-02T00:00Z') ORDER BY 1
