-- What was derived of the touched issues before.
DELETE FROM warehouse.issue_changes x USING pg_temp.t_existing t WHERE x.tenant_id = :tenant AND x.instance_id = :instance AND x.issue_id = t.issue_id;
DELETE FROM warehouse.issue_transitions x USING pg_temp.t_existing t WHERE x.tenant_id = :tenant AND x.instance_id = :instance AND x.issue_id = t.issue_id;
DELETE FROM warehouse.status_intervals x USING pg_temp.t_existing t WHERE x.tenant_id = :tenant AND x.instance_id = :instance AND x.issue_id = t.issue_id;
DELETE FROM warehouse.estimate_intervals x USING pg_temp.t_existing t WHERE x.tenant_id = :tenant AND x.instance_id = :instance AND x.issue_id = t.issue_id;
DELETE FROM warehouse.assignee_intervals x USING pg_temp.t_existing t WHERE x.tenant_id = :tenant AND x.instance_id = :instance AND x.issue_id = t.issue_id;
DELETE FROM warehouse.flag_intervals x USING pg_temp.t_existing t WHERE x.tenant_id = :tenant AND x.instance_id = :instance AND x.issue_id = t.issue_id;
DELETE FROM warehouse.sprint_issues x USING pg_temp.t_existing t WHERE x.tenant_id = :tenant AND x.instance_id = :instance AND x.issue_id = t.issue_id;
DELETE FROM warehouse.blocked_intervals x USING pg_temp.t_existing t WHERE x.tenant_id = :tenant AND x.instance_id = :instance AND x.issue_id = t.issue_id;
DELETE FROM warehouse.issue_states x USING pg_temp.t_existing t WHERE x.tenant_id = :tenant AND x.instance_id = :instance AND x.issue_id = t.issue_id;
