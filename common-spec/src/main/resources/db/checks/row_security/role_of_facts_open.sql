-- Hole: the role that materialized views are made with reads past every policy: whoever logs in with it or becomes it sees
--   all tenants' rows, and what it may write, it may write for all of them.
-- Mend: ALTER ROLE warehouse_facts NOLOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION; REVOKE warehouse_facts FROM all
--   but the migrator, and from warehouse_facts everything but SELECT on what the views are made of.
SELECT r.rolname AS object, f.finding
FROM pg_roles r
CROSS JOIN LATERAL (
    SELECT 'the role has more than BYPASSRLS, or may log in' AS finding
    WHERE r.rolcanlogin OR r.rolsuper OR r.rolreplication OR r.rolcreaterole OR r.rolcreatedb
    UNION ALL
    SELECT format('%s is a member of it', a.rolname)
    FROM pg_auth_members m
    JOIN pg_roles a ON a.oid = m.member AND NOT a.rolsuper
    WHERE m.roleid = r.oid
      -- The services are found by lint role_is_member.
      AND a.rolname NOT IN ('migrator', 'catalog_service', 'query_service', 'job_service', 'translator_service')
    UNION ALL
    SELECT format('the role is a member of %s', m.roleid::regrole)
    FROM pg_auth_members m
    WHERE m.member = r.oid
    UNION ALL
    SELECT format('the role has %s on %s', p.privilege_type, c.oid::regclass)
    FROM pg_class c
    CROSS JOIN LATERAL (
        SELECT grantee, privilege_type FROM aclexplode(c.relacl)
        UNION
        SELECT g.grantee, g.privilege_type FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) g WHERE a.attrelid = c.oid
    ) p
    WHERE p.grantee = r.oid AND c.relowner <> r.oid AND p.privilege_type <> 'SELECT'
    UNION ALL
    SELECT format('the role has CREATE on schema %I', n.nspname)
    FROM pg_namespace n
    CROSS JOIN LATERAL aclexplode(n.nspacl) g
    WHERE g.grantee = r.oid AND g.privilege_type = 'CREATE'
) f
WHERE r.rolname = 'warehouse_facts'
ORDER BY 1, 2
