WITH d AS (SELECT d::date AS day, d AT TIME ZONE 'Europe/Prague' AS s, (d + interval '1 day') AT TIME ZONE 'Europe/Prague' AS e
    FROM generate_series(timestamp '2026-02-10', timestamp '2026-07-31', interval '1 day') AS d),
v AS (SELECT day,
    (SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND instance_id = 'main' AND created_at >= s AND created_at < e) AS n,
    (SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND instance_id = 'main' AND done_at >= s AND done_at < e) AS c,
    (SELECT coalesce(sum(extract(epoch FROM least(to_at, e, '2026-07-01T12:00Z') - greatest(from_at, s)) / 3600), 0) FROM warehouse.blocked_intervals
        WHERE tenant_id = 'acme' AND from_at < least(e, '2026-07-01T12:00Z') AND coalesce(to_at, '2026-07-01T12:00Z') > s) AS h FROM d)
SELECT date_trunc('month', day)::date, max(n), min(n), avg(n / 2::numeric), max(h), percentile_cont(0.75) WITHIN GROUP (ORDER BY c / nullif(n, 0)::numeric)
FROM v GROUP BY 1 ORDER BY 1
