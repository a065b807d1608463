-- Hole: without its limits a session holds locks that others wait for, fills the disk, or runs on after its caller has gone.
-- Mend: run db/bootstrap.sql again as an administrator; it sets them.
SELECT r.rolname AS object, format('the role has no %s', needed.setting) AS finding
FROM (
    SELECT rolname, setting
    FROM unnest(ARRAY['catalog_service', 'query_service', 'job_service', 'translator_service', 'job_scheduler']) AS rolname,
        unnest(ARRAY['client_connection_check_interval', 'idle_in_transaction_session_timeout']) AS setting
    UNION ALL
    VALUES ('query_service', 'temp_file_limit'), ('query_service', 'lock_timeout'), ('job_scheduler', 'statement_timeout')
) needed
JOIN pg_roles r ON r.rolname = needed.rolname
WHERE NOT EXISTS (
    SELECT FROM pg_db_role_setting s CROSS JOIN LATERAL unnest(s.setconfig) c
    WHERE s.setrole = r.oid AND s.setdatabase = 0
      AND split_part(c, '=', 1) = needed.setting AND split_part(c, '=', 2) NOT IN ('0', '-1'))
ORDER BY 1, 2
