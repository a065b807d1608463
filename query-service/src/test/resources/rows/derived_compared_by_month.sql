WITH g AS (SELECT m,
        (SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND created_at >= m AND created_at < m + interval '1 month')
        - (SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND done_at >= m AND done_at < m + interval '1 month') AS n
    FROM generate_series(timestamptz '2026-01-01T00:00Z', '2026-04-01T00:00Z', interval '1 month') AS m)
SELECT (b.m AT TIME ZONE 'UTC')::date, b.n, a.n, b.n - a.n, 100.0 * (b.n - a.n) / nullif(a.n, 0)
FROM g b JOIN g a ON a.m = b.m - interval '2 months' WHERE b.m >= '2026-03-01T00:00Z' ORDER BY 1
