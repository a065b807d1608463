-- Hole: policies do not hold for the owner of a table, nor for what runs with the owner's rights, such as a view.
-- Mend: ALTER TABLE … FORCE ROW LEVEL SECURITY.
SELECT c.oid::regclass::text AS object, 'row security is not forced on the owner' AS finding
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute t ON t.attrelid = c.oid AND t.attname = 'tenant_id' AND NOT t.attisdropped
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relrowsecurity AND NOT c.relforcerowsecurity
ORDER BY 1
