SELECT sum(extract(epoch FROM coalesce(to_at, '2026-07-01T12:00Z') - from_at) / 3600) FROM warehouse.blocked_intervals
WHERE tenant_id = 'acme' AND from_at < '2026-07-01T12:00Z'
