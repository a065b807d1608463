SELECT d::date, (array_agg(hours ORDER BY w))[1], (array_agg(hours ORDER BY w))[2], (array_agg(hours ORDER BY w))[3]
FROM generate_series(timestamp '2026-03-20', '2026-04-04', interval '1 day') AS d,
    LATERAL (VALUES (1, date_trunc('month', d)), (2, d - interval '6 days'), (3, d)) AS windows(w, begins),
    LATERAL (SELECT coalesce(sum(extract(epoch FROM least(b.to_at, (d + interval '1 day') AT TIME ZONE 'Europe/Prague')
            - greatest(b.from_at, begins AT TIME ZONE 'Europe/Prague')) / 3600), 0) AS hours
        FROM warehouse.blocked_intervals b WHERE b.tenant_id = 'acme' AND b.from_at < (d + interval '1 day') AT TIME ZONE 'Europe/Prague'
            AND coalesce(b.to_at, 'infinity') > begins AT TIME ZONE 'Europe/Prague') h
GROUP BY d ORDER BY 1
