-- Hole: a role whose search_path is not pinned to pg_catalog runs whatever stands first under a name in another schema.
-- Mend: ALTER ROLE … SET search_path = pg_catalog, and RESET it IN DATABASE ….
SELECT r.rolname AS object,
    coalesce(format('its search_path is %s', o.value), 'its search_path is not set') AS finding
FROM pg_roles r
LEFT JOIN LATERAL (
    SELECT substr(s, length('search_path=') + 1) AS value
    FROM pg_db_role_setting x CROSS JOIN LATERAL unnest(x.setconfig) s
    WHERE x.setrole = r.oid AND s LIKE 'search\_path=%'
      AND x.setdatabase IN (0, (SELECT d.oid FROM pg_database d WHERE d.datname = current_database()))
) o ON true
WHERE r.rolname IN ('migrator', 'catalog_service', 'query_service', 'job_service', 'translator_service', 'job_scheduler')
  AND o.value IS DISTINCT FROM 'pg_catalog'
ORDER BY 1, 2
