-- Hole: the owner of an object can take its locks off; a superuser's view, function or table runs past every policy.
-- Mend: ALTER … OWNER TO migrator.
SELECT o.object, format('its owner is %s', o.owner::regrole) AS finding
FROM (
    SELECT c.oid::regclass::text AS object, c.relowner AS owner, c.relnamespace AS namespace
    FROM pg_class c
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
      -- Made of all tenants' rows; what that role may do is lint role_of_facts_open.
      AND NOT (c.relkind = 'm' AND c.relowner IS NOT DISTINCT FROM to_regrole('warehouse_facts')::oid)
    UNION ALL
    SELECT p.oid::regprocedure::text, p.proowner, p.pronamespace
    FROM pg_proc p
    WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
    UNION ALL
    SELECT format('schema %I', n.nspname), n.nspowner, n.oid
    FROM pg_namespace n WHERE n.nspname <> 'public'
) o
JOIN pg_namespace n ON n.oid = o.namespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND o.owner <> 'migrator'::regrole
UNION ALL
SELECT format('database %I', d.datname), format('its owner is %s', r.rolname)
FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba
WHERE d.datname = current_database()
  AND r.rolname IN ('catalog_service', 'query_service', 'job_service', 'translator_service')
ORDER BY 1, 2
