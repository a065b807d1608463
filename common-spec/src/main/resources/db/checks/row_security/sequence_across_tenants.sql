-- Hole: numbers drawn from one sequence for all tenants tell a tenant how much the others write.
-- Mend: give rows random ids (uuid), or count within the tenant; REVOKE ALL ON SEQUENCE … FROM the service.
SELECT format('%s.%I', a.attrelid::regclass, a.attname) AS object, 'its numbers come from one sequence for all tenants' AS finding
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute t ON t.attrelid = c.oid AND t.attname = 'tenant_id' AND NOT t.attisdropped
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT a.attisdropped
  AND (a.attidentity <> '' OR EXISTS (
    SELECT
    FROM pg_attrdef f
    JOIN pg_depend d ON d.classid = 'pg_attrdef'::regclass AND d.objid = f.oid AND d.refclassid = 'pg_class'::regclass
    JOIN pg_class s ON s.oid = d.refobjid AND s.relkind = 'S'
    WHERE f.adrelid = a.attrelid AND f.adnum = a.attnum))
UNION ALL
SELECT c.oid::regclass::text, format('%s may use the sequence', r.rolname)
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_roles r ON r.rolname IN ('catalog_service', 'query_service', 'job_service', 'translator_service')
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind = 'S'
  AND EXISTS (SELECT FROM aclexplode(c.relacl) g WHERE g.grantee = r.oid)
ORDER BY 1, 2
