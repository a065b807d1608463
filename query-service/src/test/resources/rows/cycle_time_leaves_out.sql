SELECT percentile_cont(0.25) WITHIN GROUP (ORDER BY extract(epoch FROM done_at - first_in_progress_at) / 86400),
    (SELECT count(done_at) FROM warehouse.issues WHERE tenant_id = 'acme')
FROM warehouse.issues WHERE tenant_id = 'acme' AND done_at IS NOT NULL AND first_in_progress_at IS NOT NULL
