-- What was derived of the touched issues before. Of an empty table the planner expects many rows: where nothing was, it is not
-- asked to look through everything.
DELETE FROM warehouse.issue_changes x USING pg_temp.t_existing t WHERE x.tenant_id = :tenant AND x.instance_id = :instance AND x.issue_id = t.issue_id
  AND EXISTS (SELECT FROM pg_temp.t_existing);
DELETE FROM warehouse.issue_transitions x USING pg_temp.t_existing t WHERE x.tenant_id = :tenant AND x.instance_id = :instance AND x.issue_id = t.issue_id
  AND EXISTS (SELECT FROM pg_temp.t_existing);
DELETE FROM warehouse.status_intervals x USING pg_temp.t_existing t WHERE x.tenant_id = :tenant AND x.instance_id = :instance AND x.issue_id = t.issue_id
  AND EXISTS (SELECT FROM pg_temp.t_existing);
DELETE FROM warehouse.estimate_intervals x USING pg_temp.t_existing t WHERE x.tenant_id = :tenant AND x.instance_id = :instance AND x.issue_id = t.issue_id
  AND EXISTS (SELECT FROM pg_temp.t_existing);
DELETE FROM warehouse.assignee_intervals x USING pg_temp.t_existing t WHERE x.tenant_id = :tenant AND x.instance_id = :instance AND x.issue_id = t.issue_id
  AND EXISTS (SELECT FROM pg_temp.t_existing);
DELETE FROM warehouse.flag_intervals x USING pg_temp.t_existing t WHERE x.tenant_id = :tenant AND x.instance_id = :instance AND x.issue_id = t.issue_id
  AND EXISTS (SELECT FROM pg_temp.t_existing);
DELETE FROM warehouse.sprint_issues x USING pg_temp.t_existing t WHERE x.tenant_id = :tenant AND x.instance_id = :instance AND x.issue_id = t.issue_id
  AND EXISTS (SELECT FROM pg_temp.t_existing);
DELETE FROM warehouse.blocked_intervals x USING pg_temp.t_existing t WHERE x.tenant_id = :tenant AND x.instance_id = :instance AND x.issue_id = t.issue_id
  AND EXISTS (SELECT FROM pg_temp.t_existing);
DELETE FROM warehouse.issue_states x USING pg_temp.t_existing t WHERE x.tenant_id = :tenant AND x.instance_id = :instance AND x.issue_id = t.issue_id
  AND EXISTS (SELECT FROM pg_temp.t_existing);
