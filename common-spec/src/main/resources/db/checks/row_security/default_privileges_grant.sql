-- Hole: a default privilege gives a right on every table to come before its policy is there.
-- Mend: ALTER DEFAULT PRIVILEGES … REVOKE … FROM it; grant on each table after its policy.
SELECT format('what %s creates in %s', d.defaclrole::regrole, coalesce('schema ' || n.nspname, 'any schema')) AS object,
    format('%s will have %s on it', coalesce(r.rolname, 'PUBLIC'), g.privilege_type) AS finding
FROM pg_default_acl d
CROSS JOIN LATERAL aclexplode(d.defaclacl) g
LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
LEFT JOIN pg_roles r ON r.oid = g.grantee
WHERE d.defaclobjtype IN ('r', 'S', 'f', 'n')
  AND (g.grantee = 0 OR r.rolname IN ('catalog_service', 'query_service', 'job_service', 'translator_service', 'job_scheduler'))
ORDER BY 1, 2
