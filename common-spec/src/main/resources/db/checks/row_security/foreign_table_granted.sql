-- Hole: a foreign table has no row security: it shows what the other server shows to the mapped user.
-- Mend: REVOKE ALL ON … FROM the service; copy the rows into a table with tenant_id and row security.
SELECT c.oid::regclass::text AS object, format('%s may use the foreign table', r.rolname) AS finding
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_roles r ON r.rolname IN ('catalog_service', 'query_service', 'job_service', 'translator_service')
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind = 'f' AND NOT c.relispartition
  AND (EXISTS (SELECT FROM aclexplode(c.relacl) g WHERE g.grantee = r.oid)
    OR EXISTS (
        SELECT FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) g
        WHERE a.attrelid = c.oid AND g.grantee = r.oid))
ORDER BY 1, 2
