-- Hole: a right of PUBLIC is a right of every role, also of one that nobody thought of; and what PUBLIC may create, such as
--   a function, others run.
-- Mend: REVOKE … FROM PUBLIC.
SELECT c.oid::regclass::text AS object, format('PUBLIC has %s on it', p.privilege_type) AS finding
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
    SELECT grantee, privilege_type FROM aclexplode(c.relacl)
    UNION
    SELECT g.grantee, g.privilege_type FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) g WHERE a.attrelid = c.oid
) p
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND p.grantee = 0
UNION ALL
SELECT p.oid::regprocedure::text, 'PUBLIC may run it'
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
CROSS JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND g.grantee = 0
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
UNION ALL
SELECT format('schema %I', n.nspname), format('PUBLIC has %s on it', g.privilege_type)
FROM pg_namespace n
CROSS JOIN LATERAL aclexplode(n.nspacl) g
WHERE g.grantee = 0 AND (g.privilege_type = 'CREATE'
    OR n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public'))
UNION ALL
SELECT format('database %I', d.datname), format('PUBLIC has %s on it', g.privilege_type)
FROM pg_database d
CROSS JOIN LATERAL aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) g
WHERE d.datname = current_database() AND g.grantee = 0 AND g.privilege_type <> 'CONNECT'
ORDER BY 1, 2
