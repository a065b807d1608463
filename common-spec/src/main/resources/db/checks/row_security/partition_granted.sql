-- Hole: a right on a partition goes past the rights and the policy of its parent.
-- Mend: REVOKE ALL ON … FROM the service; services have rights on parents alone.
SELECT c.oid::regclass::text AS object, format('%s has %s on it', r.rolname, p.privilege_type) AS finding
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
    SELECT grantee, privilege_type FROM aclexplode(c.relacl)
    UNION
    SELECT g.grantee, g.privilege_type FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) g WHERE a.attrelid = c.oid
) p
JOIN pg_roles r ON r.oid = p.grantee
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND c.relispartition AND c.relkind IN ('r', 'p', 'f')
  AND r.rolname IN ('catalog_service', 'query_service', 'job_service', 'translator_service')
  AND p.grantee <> c.relowner -- lint object_not_owned_by_migrator
  AND p.privilege_type <> 'MAINTAIN' -- gathers statistics, shows no row
ORDER BY 1, 2
