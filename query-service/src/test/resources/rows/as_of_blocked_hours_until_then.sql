SELECT m::date, coalesce((SELECT sum(extract(epoch FROM least(coalesce(to_at, 'infinity'), t, (m + interval '1 month') AT TIME ZONE 'UTC')
        - greatest(from_at, m AT TIME ZONE 'UTC'))) / 3600
    FROM warehouse.blocked_intervals WHERE tenant_id = 'acme' AND from_at < least(t, (m + interval '1 month') AT TIME ZONE 'UTC')
        AND least(t, coalesce(to_at, 'infinity')) > m AT TIME ZONE 'UTC'), 0)
FROM generate_series(timestamp '2026-01-01', '2026-04-01', interval '1 month') AS m, (SELECT timestamptz '2026-03-20T07:30Z' AS t) AS t ORDER BY 1
