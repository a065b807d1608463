-- What is stored is derived again as a whole.
INSERT INTO pg_temp.affected
SELECT issue_id FROM jobs.issue_records WHERE tenant_id = :tenant AND instance_id = :instance
ON CONFLICT DO NOTHING;
