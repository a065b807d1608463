WITH x AS (SELECT a, (SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND created_at >= a AND created_at < a + interval '1 day') AS c,
    CASE WHEN a < '2026-03-29T00:00Z' THEN (SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND created_at >= a - interval '28 days' AND created_at < a - interval '27 days') END AS p
    FROM generate_series(timestamptz '2026-03-01T00:00Z', '2026-03-31T00:00Z', interval '1 day') AS a)
SELECT a::date, c, p, c - p, (c - p) * 100.0 / nullif(p, 0) FROM x WHERE c > 0 OR p > 0 ORDER BY 1
