SELECT is_subtask, count(*) FROM warehouse.issues WHERE tenant_id = 'acme'
    AND (created_at AT TIME ZONE 'Asia/Tokyo')::date BETWEEN '2026-02-01' AND '2026-02-28'
    AND coalesce((done_at AT TIME ZONE 'Asia/Tokyo')::date NOT IN ('2026-02-10', '2026-02-12'), true)
GROUP BY 1 ORDER BY 2 DESC, 1
