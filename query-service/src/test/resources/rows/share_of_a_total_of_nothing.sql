SELECT k, m::date, 100.0 * count(i.*) FILTER (WHERE i.project_key = k) / nullif(count(i.*), 0) FROM generate_series(timestamp '2025-12-01', '2026-01-01', '1 month') AS m CROSS JOIN unnest(ARRAY['PAY', 'WEB']) AS k
LEFT JOIN (SELECT project_key, done_at FROM warehouse.issues JOIN warehouse.projects USING (tenant_id, instance_id, project_id) WHERE tenant_id = 'acme' AND project_key IN ('PAY', 'WEB')) i
    ON date_trunc('month', done_at AT TIME ZONE 'UTC') = m GROUP BY 1, 2 ORDER BY 2, 1
