WITH x AS (SELECT m, (SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND done_at >= '2026-04-01T00:00Z' AND done_at < '2026-05-01T00:00Z' AND date_trunc('month', created_at) = m) AS c,
    (SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND done_at >= '2026-03-01T00:00Z' AND done_at < '2026-04-01T00:00Z' AND date_trunc('month', created_at) = m - interval '1 month') AS p
    FROM generate_series(timestamptz '2025-06-01T00:00Z', '2026-04-01T00:00Z', interval '1 month') AS m)
SELECT m::date, c, p, c - p, (c - p) * 100.0 / nullif(p, 0) FROM x WHERE c > 0 OR p > 0 ORDER BY 1
