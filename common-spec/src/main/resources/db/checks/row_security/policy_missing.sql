-- Hole: row security without the policy tenant_isolation shows nothing, until somebody adds a policy that shows too much.
-- Mend: CREATE POLICY tenant_isolation ON … as the repeatable migration of the schema does for every table.
SELECT c.oid::regclass::text AS object, 'it has no policy tenant_isolation' AS finding
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute t ON t.attrelid = c.oid AND t.attname = 'tenant_id' AND NOT t.attisdropped
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND c.relkind IN ('r', 'p') AND c.relrowsecurity
  AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenant_isolation')
ORDER BY 1
