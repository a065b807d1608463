-- Hole: a partition does not inherit row security: read by its own name it shows every tenant's rows.
-- Mend: ALTER TABLE … ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY, and the policy tenant_isolation, on each partition.
SELECT c.oid::regclass::text AS object,
    CASE WHEN c.relrowsecurity THEN 'row security is not forced on the owner' ELSE 'row security is not enabled' END AS finding
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute t ON t.attrelid = c.oid AND t.attname = 'tenant_id' AND NOT t.attisdropped
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND c.relkind IN ('r', 'p') AND c.relispartition AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
ORDER BY 1
