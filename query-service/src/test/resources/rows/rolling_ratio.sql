WITH counts AS (SELECT m, (SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND done_at >= m - interval '1 month' AND done_at < m + interval '1 month')
    / nullif((SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND created_at >= m - interval '1 month' AND created_at < m + interval '1 month'), 0)::numeric AS r
    FROM generate_series(timestamptz '2025-11-01T00:00Z', '2026-04-01T00:00Z', interval '1 month') AS m)
SELECT c.m::date, c.r, p.r, c.r - p.r, 100 * (c.r - p.r) / nullif(p.r, 0)
FROM counts c JOIN counts p ON p.m = c.m - interval '3 months' ORDER BY 1
