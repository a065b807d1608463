-- Hole: TRUNCATE and REFERENCES ask no policy, and a trigger runs in others' statements: with them a service empties or
--   probes every tenant's rows.
-- Mend: REVOKE TRUNCATE, REFERENCES, TRIGGER ON … FROM the service.
SELECT c.oid::regclass::text AS object, format('%s has %s on it, which asks no policy', r.rolname, p.privilege_type) AS finding
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
    SELECT grantee, privilege_type FROM aclexplode(c.relacl)
    UNION
    SELECT g.grantee, g.privilege_type FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) g WHERE a.attrelid = c.oid
) p
JOIN pg_roles r ON r.oid = p.grantee
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND r.rolname IN ('catalog_service', 'query_service', 'job_service', 'translator_service')
  AND p.grantee <> c.relowner -- lint object_not_owned_by_migrator
  AND p.privilege_type IN ('TRUNCATE', 'REFERENCES', 'TRIGGER')
ORDER BY 1, 2
