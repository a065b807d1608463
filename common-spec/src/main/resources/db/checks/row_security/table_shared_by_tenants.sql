-- Hole: a table that a service may use and whose rows need not name a tenant has nothing that a policy could compare.
-- Mend: add tenant_id text NOT NULL, led by it in every key, and the policy tenant_isolation; or take the service's right away.
SELECT c.oid::regclass::text AS object, format('%s may use it, and its rows need not name a tenant', r.rolname) AS finding
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_roles r ON r.rolname IN ('catalog_service', 'query_service', 'job_service', 'translator_service')
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p')
  -- The product's own definitions of metrics: the same for every tenant.
  AND (n.nspname, c.relname) NOT IN (('catalog', 'metrics_catalog'), ('catalog', 'catalog_state'))
  AND NOT EXISTS (
    SELECT FROM pg_attribute t
    WHERE t.attrelid = c.oid AND t.attname = 'tenant_id' AND t.attnotnull AND NOT t.attisdropped)
  AND (EXISTS (SELECT FROM aclexplode(c.relacl) g WHERE g.grantee = r.oid)
    OR EXISTS (
        SELECT FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) g
        WHERE a.attrelid = c.oid AND g.grantee = r.oid))
ORDER BY 1, 2
