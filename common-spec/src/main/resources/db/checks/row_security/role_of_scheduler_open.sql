-- Hole: the role that looks for due work sees rows of every tenant: past the few columns that say when which work is due, it
--   would see what the work is, or change it.
-- Mend: ALTER ROLE job_scheduler NOSUPERUSER NOBYPASSRLS NOREPLICATION NOCREATEROLE NOCREATEDB NOINHERIT; REVOKE job_scheduler
--   FROM all others and their groups FROM it, and everything but USAGE on schema jobs and SELECT on the columns listed here.
WITH scheduler AS (
    SELECT * FROM pg_roles WHERE rolname = 'job_scheduler'
), listed (relation, columns) AS (
    VALUES ('jobs.analytics_jobs', ARRAY['tenant_id', 'job_id', 'state', 'priority', 'run_after', 'lease_until', 'fence',
            'submitted_at', 'cancel_requested_at', 'leased_by', 'result_expires_at', 'finished_at']),
        ('jobs.outbox', ARRAY['tenant_id', 'created_at']),
        ('jobs.inbox', ARRAY['tenant_id', 'instance_id', 'received_at']),
        ('jobs.connections', ARRAY['tenant_id', 'connection_id', 'next_sync_at', 'lease_until'])
)
SELECT r.rolname AS object, f.finding
FROM scheduler r
CROSS JOIN LATERAL (
    SELECT 'the role may more than log in' AS finding
    WHERE r.rolsuper OR r.rolbypassrls OR r.rolreplication OR r.rolcreaterole OR r.rolcreatedb OR r.rolinherit
    UNION ALL
    SELECT format('the role is a member of %s', m.roleid::regrole)
    FROM pg_auth_members m
    WHERE m.member = r.oid
    UNION ALL
    SELECT format('%s is a member of it', a.rolname)
    FROM pg_auth_members m
    JOIN pg_roles a ON a.oid = m.member AND NOT a.rolsuper
    WHERE m.roleid = r.oid
      -- The services are found by lint role_is_member.
      AND a.rolname NOT IN ('migrator', 'catalog_service', 'query_service', 'job_service', 'translator_service')
    UNION ALL
    SELECT format('the role has %s on %s', g.privilege_type, c.oid::regclass)
    FROM pg_class c
    CROSS JOIN LATERAL aclexplode(c.relacl) g
    WHERE g.grantee = r.oid
    UNION ALL
    SELECT format('the role has %s on column %I of %s', g.privilege_type, a.attname, c.oid::regclass)
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid
    CROSS JOIN LATERAL aclexplode(a.attacl) g
    WHERE g.grantee = r.oid AND (g.privilege_type <> 'SELECT' OR g.is_grantable
        OR NOT EXISTS (
            SELECT FROM listed l
            WHERE l.relation = n.nspname || '.' || c.relname AND a.attname = ANY (l.columns)))
    UNION ALL
    SELECT format('the role has %s on schema %I', g.privilege_type, n.nspname)
    FROM pg_namespace n
    CROSS JOIN LATERAL aclexplode(n.nspacl) g
    WHERE g.grantee = r.oid AND (n.nspname <> 'jobs' OR g.privilege_type <> 'USAGE' OR g.is_grantable)
    UNION ALL
    SELECT format('the role has %s on database %I', g.privilege_type, d.datname)
    FROM pg_database d
    CROSS JOIN LATERAL aclexplode(d.datacl) g
    WHERE g.grantee = r.oid AND d.datname = current_database() AND g.privilege_type <> 'CONNECT'
    UNION ALL
    SELECT format('the role may run %s', p.oid::regprocedure)
    FROM pg_proc p
    JOIN pg_namespace n ON n.oid = p.pronamespace
    CROSS JOIN LATERAL aclexplode(p.proacl) g
    WHERE g.grantee = r.oid AND n.nspname <> 'pg_catalog' -- lints builtin_usable, tenant_switch_open
) f
ORDER BY 1, 2
