-- Hole: whoever may run set_config can change the tenant in the middle of a statement.
-- Mend: REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM it; services and the migrator alone need it.
SELECT p.oid::regprocedure::text AS object, format('%s may run it', coalesce(r.rolname, 'PUBLIC')) AS finding
FROM pg_proc p
CROSS JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
LEFT JOIN pg_roles r ON r.oid = g.grantee
WHERE p.oid = 'pg_catalog.set_config(text, text, boolean)'::regprocedure AND g.grantee <> p.proowner
  AND coalesce(r.rolname, '') NOT IN ('migrator', 'catalog_service', 'query_service', 'job_service', 'translator_service')
ORDER BY 2
