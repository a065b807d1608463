-- Hole: a role that may create functions, operators or tables can have the planner run them over rows it must not see.
-- Mend: REVOKE CREATE ON SCHEMA …, or CREATE, TEMPORARY ON DATABASE …, FROM the role. job-service alone has TEMPORARY: it
--   stages imports.
SELECT r.rolname AS object, format('the role has %s on schema %I', g.privilege_type, n.nspname) AS finding
FROM pg_namespace n
CROSS JOIN LATERAL aclexplode(n.nspacl) g
JOIN pg_roles r ON r.oid = g.grantee
WHERE r.rolname IN ('catalog_service', 'query_service', 'job_service', 'translator_service')
  AND g.privilege_type = 'CREATE' AND g.grantee <> n.nspowner
UNION ALL
SELECT r.rolname, format('the role has %s on database %I', g.privilege_type, d.datname)
FROM pg_database d
CROSS JOIN LATERAL aclexplode(d.datacl) g
JOIN pg_roles r ON r.oid = g.grantee
WHERE d.datname = current_database()
  AND r.rolname IN ('catalog_service', 'query_service', 'job_service', 'translator_service')
  AND (g.privilege_type = 'CREATE' OR g.privilege_type = 'TEMPORARY' AND r.rolname <> 'job_service')
ORDER BY 1, 2
