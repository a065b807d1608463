INSERT INTO warehouse.issue_transitions (tenant_id, instance_id, issue_id, at, seq, from_status_id, to_status_id, enters_done, leaves_done)
SELECT :tenant, :instance, issue_id, from_at, seq, from_status_id, status_id,
    category = 'done' AND from_category IS DISTINCT FROM 'done',
    category <> 'done' AND from_category IS NOT DISTINCT FROM 'done'
FROM pg_temp.d_status;
