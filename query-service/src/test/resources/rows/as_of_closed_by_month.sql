WITH e AS (SELECT issue_id, max(at) FILTER (WHERE enters_done) AS done_at, max(at) FILTER (WHERE leaves_done) AS left_at
    FROM warehouse.issue_transitions WHERE tenant_id = 'acme' AND instance_id = 'main' AND at <= '2026-03-15T10:00Z' GROUP BY 1),
closed AS (SELECT done_at FROM e WHERE done_at > coalesce(left_at, '-infinity')
    UNION ALL SELECT done_at FROM warehouse.issues WHERE tenant_id = 'acme' AND instance_id = 'second' AND done_at <= '2026-03-15T10:00Z')
SELECT m::date, (SELECT count(*) FROM closed WHERE date_trunc('month', done_at AT TIME ZONE 'UTC') = m),
    (SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND created_at <= '2026-03-15T10:00Z'
        AND date_trunc('month', created_at AT TIME ZONE 'UTC') = m)
FROM generate_series(timestamp '2026-01-01', '2026-05-01', interval '1 month') AS m ORDER BY 1
