-- Sets what statuses mean. Where a known one means something else from now on, or has another name, the issues that ever
-- were in it are derived again.
UPDATE warehouse.statuses t SET category = m.category, is_blocked = m.is_blocked
FROM pg_temp.status_meaning m
WHERE t.tenant_id = :tenant AND t.instance_id = :instance AND t.status_id = m.status_id
  AND (t.category, t.is_blocked) IS DISTINCT FROM (m.category, m.is_blocked);
CREATE TEMPORARY TABLE changed_status ON COMMIT DROP AS
SELECT t.status_id
FROM pg_temp.status_before b
JOIN warehouse.statuses t
    ON t.tenant_id = :tenant AND t.instance_id = :instance AND t.status_id = b.status_id
    AND (t.name, t.category, t.is_blocked) IS DISTINCT FROM (b.name, b.category, b.is_blocked);
ANALYZE pg_temp.changed_status;
INSERT INTO pg_temp.affected
SELECT DISTINCT i.issue_id
FROM pg_temp.changed_status c
JOIN warehouse.status_intervals i
    ON i.tenant_id = :tenant AND i.instance_id = :instance AND i.status_id = c.status_id
WHERE EXISTS (SELECT FROM pg_temp.changed_status)
ON CONFLICT DO NOTHING;
