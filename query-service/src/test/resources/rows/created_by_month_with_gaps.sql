SELECT m::date, (SELECT count(*) FROM warehouse.issues i WHERE tenant_id = 'acme'
    AND i.created_at >= greatest(m, '2026-01-10') AT TIME ZONE 'Europe/Prague'
    AND i.created_at < (m + interval '1 month') AT TIME ZONE 'Europe/Prague')
FROM generate_series(timestamp '2026-01-01', '2026-08-01', interval '1 month') AS m ORDER BY 1
