-- Hole: a table of tenants' rows without row security shows every row to whoever may read it.
-- Mend: ALTER TABLE … ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY, and the policy tenant_isolation.
SELECT c.oid::regclass::text AS object, 'row security is not enabled' AS finding
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute t ON t.attrelid = c.oid AND t.attname = 'tenant_id' AND NOT t.attisdropped
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND NOT c.relrowsecurity
ORDER BY 1
