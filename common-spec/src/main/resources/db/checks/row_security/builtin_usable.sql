-- Hole: a built-in function that waits, takes locks for all, signals other sessions, runs SQL given as text, writes to the
--   log of changes or keeps large objects: with it a statement reaches past its tenant, or stops the others.
-- Mend: run db/bootstrap.sql again as an administrator; it takes EXECUTE from PUBLIC and leaves the migrator what it needs.
SELECT p.oid::regprocedure::text AS object, format('%s may run it', coalesce(r.rolname, 'PUBLIC')) AS finding
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
CROSS JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
LEFT JOIN pg_roles r ON r.oid = g.grantee
WHERE n.nspname = 'pg_catalog' AND p.prorettype <> 'trigger'::regtype
  AND (g.grantee = 0 OR r.rolname IN ('catalog_service', 'query_service', 'job_service', 'translator_service', 'job_scheduler'))
  AND (p.proname ~ '^pg_(sleep|notify|terminate_backend|cancel_backend|export_snapshot|logical_emit_message|read_|ls_|stat_file)'
    OR p.proname ~ '^pg_(try_)?advisory_'
    OR p.proname ~ '^(query|table|cursor|schema|database)_to_xml'
    OR p.proname ~ '^lo_' OR p.proname IN ('loread', 'lowrite')
    OR p.proname = 'ts_stat' OR p.proname = 'ts_rewrite' AND p.pronargs = 2)
ORDER BY 1, 2
