-- Hole: the tables behind PostgreSQL's own views show samples of all tenants' values (statistics), contents of large
--   objects and passwords.
-- Mend: REVOKE ALL ON … FROM it; the views pg_stats and pg_stats_ext hide what row security hides.
SELECT c.oid::regclass::text AS object, format('%s has %s on it', coalesce(r.rolname, 'PUBLIC'), p.privilege_type) AS finding
FROM pg_class c
CROSS JOIN LATERAL (
    SELECT grantee, privilege_type FROM aclexplode(c.relacl)
    UNION
    SELECT g.grantee, g.privilege_type FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) g WHERE a.attrelid = c.oid
) p
LEFT JOIN pg_roles r ON r.oid = p.grantee
WHERE c.oid IN ('pg_catalog.pg_statistic'::regclass, 'pg_catalog.pg_statistic_ext_data'::regclass,
    'pg_catalog.pg_largeobject'::regclass, 'pg_catalog.pg_authid'::regclass, 'pg_catalog.pg_user_mapping'::regclass)
  AND (p.grantee = 0 OR r.rolname IN ('catalog_service', 'query_service', 'job_service', 'translator_service'))
ORDER BY 1, 2
