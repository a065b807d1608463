-- Hole: a member has, or can take, the rights of its group: those of the tables' owner, or of PostgreSQL's own roles that
--   read all data, all statistics or files of the server.
-- Mend: REVOKE the group FROM the role.
SELECT r.rolname AS object, format('the role is a member of %s', m.roleid::regrole) AS finding
FROM pg_auth_members m
JOIN pg_roles r ON r.oid = m.member
WHERE r.rolname IN ('migrator', 'catalog_service', 'query_service', 'job_service', 'translator_service')
  -- The migrator refreshes the materialized views; it inherits nothing.
  AND (r.rolname <> 'migrator' OR m.roleid IS DISTINCT FROM to_regrole('warehouse_facts')::oid)
ORDER BY 1, 2
