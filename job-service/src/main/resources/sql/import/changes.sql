INSERT INTO warehouse.issue_changes (tenant_id, instance_id, issue_id, changed_at, history_id, item_index, field, old_value, new_value)
SELECT :tenant, :instance, t.issue_id, c.changed_at, c.history_id, c.item_index, c.field, c.old_value, c.new_value
FROM pg_temp.t_issue t
JOIN pg_temp.s_change c ON c.row_id = t.row_id;
