-- Hole: permissive policies add up: a second one shows rows that the first does not.
-- Mend: DROP POLICY … ON …, or create it AS RESTRICTIVE.
SELECT p.polrelid::regclass::text AS object, format('the permissive policy %I widens tenant_isolation', p.polname) AS finding
FROM pg_policy p
WHERE p.polpermissive AND p.polname <> 'tenant_isolation'
ORDER BY 1, 2
