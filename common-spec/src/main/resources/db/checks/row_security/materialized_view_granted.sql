-- Hole: a materialized view has no row security: it keeps and shows what its owner saw.
-- Mend: REVOKE ALL ON … FROM the service; let it read a view that filters by the tenant (materialized_view_open).
SELECT c.oid::regclass::text AS object, format('%s may read the materialized view', r.rolname) AS finding
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_roles r ON r.rolname IN ('catalog_service', 'query_service', 'job_service', 'translator_service')
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind = 'm'
  AND (EXISTS (SELECT FROM aclexplode(c.relacl) g WHERE g.grantee = r.oid)
    OR EXISTS (
        SELECT FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) g
        WHERE a.attrelid = c.oid AND g.grantee = r.oid))
ORDER BY 1, 2
