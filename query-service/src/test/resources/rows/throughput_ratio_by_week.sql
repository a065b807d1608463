WITH weeks AS (SELECT w, greatest(w, '2026-05-01T00:00Z') AS a, least(w + interval '7 days', '2026-07-20T00:00Z') AS b
    FROM generate_series(timestamptz '2026-04-27T00:00Z', '2026-07-13T00:00Z', interval '7 days') AS w),
counts AS (SELECT w,
    (SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND done_at >= a AND done_at < b) AS closed,
    (SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND created_at >= a AND created_at < b) AS created
    FROM weeks)
SELECT w::date, CASE WHEN created > 0 THEN closed::double precision / created END, created FROM counts ORDER BY 1
