-- Hole: a superuser and a role with BYPASSRLS skip every policy, REPLICATION reads all files, CREATEROLE gives itself others'
--   rights, and CREATEDB makes a database without any of these locks.
-- Mend: ALTER ROLE … NOSUPERUSER NOBYPASSRLS NOREPLICATION NOCREATEROLE NOCREATEDB.
SELECT r.rolname AS object,
    'the role has ' || concat_ws(', ',
        CASE WHEN r.rolsuper THEN 'SUPERUSER' END,
        CASE WHEN r.rolbypassrls THEN 'BYPASSRLS' END,
        CASE WHEN r.rolreplication THEN 'REPLICATION' END,
        CASE WHEN r.rolcreaterole THEN 'CREATEROLE' END,
        CASE WHEN r.rolcreatedb THEN 'CREATEDB' END) AS finding
FROM pg_roles r
WHERE r.rolname IN ('migrator', 'catalog_service', 'query_service', 'job_service', 'translator_service')
  AND (r.rolsuper OR r.rolbypassrls OR r.rolreplication OR r.rolcreaterole OR r.rolcreatedb)
ORDER BY 1
