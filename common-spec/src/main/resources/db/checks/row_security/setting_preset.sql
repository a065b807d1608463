-- Hole: a tenant, a role or another row_security that a session, a role or a function starts with holds where no
--   transaction has said whose rows it asks for; libraries loaded at the start see everything.
-- Mend: ALTER ROLE …, ALTER DATABASE …, ALTER FUNCTION … or ALTER SYSTEM RESET the setting.
WITH preset AS (
    SELECT concat_ws(' in ', coalesce(r.rolname, 'all roles'), d.datname) AS object, unnest(s.setconfig) AS setting
    FROM pg_db_role_setting s
    LEFT JOIN pg_roles r ON r.oid = s.setrole
    LEFT JOIN pg_database d ON d.oid = s.setdatabase
    WHERE (s.setdatabase = 0 OR d.datname = current_database())
      AND (s.setrole = 0
        OR r.rolname IN ('migrator', 'catalog_service', 'query_service', 'job_service', 'translator_service', 'job_scheduler'))
    UNION ALL
    SELECT p.oid::regprocedure::text, unnest(p.proconfig)
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
)
SELECT object, format('it sets %s', split_part(setting, '=', 1)) AS finding
FROM preset
WHERE split_part(setting, '=', 1) ~ '^(app\..*|row_security|role|session_authorization|lo_compat_privileges|.*_preload_libraries)$'
UNION ALL
SELECT 'this session', 'it has a tenant before any transaction has set one'
WHERE current_setting('app.tenant_id', true) <> ''
UNION ALL
SELECT 'this session', 'it lets everybody use large objects (lo_compat_privileges)'
WHERE current_setting('lo_compat_privileges')::boolean
ORDER BY 1, 2
