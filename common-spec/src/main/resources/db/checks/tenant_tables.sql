-- Finds what would let one tenant see another's rows. Parameter: a schema. No rows: nothing found.
WITH relation AS (
    SELECT c.oid, c.oid::regclass::text AS name, c.relkind, c.relispartition, c.relrowsecurity, c.relforcerowsecurity,
        c.relowner, c.reloptions, c.relacl,
        EXISTS (SELECT FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped AND a.attnotnull) AS has_tenant
    FROM pg_class c
    WHERE c.relnamespace = to_regnamespace(?)
), tenant_table AS (
    SELECT * FROM relation WHERE relkind IN ('r', 'p') AND has_tenant
), service AS (
    SELECT oid, rolname FROM pg_roles
    WHERE rolname IN ('catalog_service', 'query_service', 'job_service', 'translator_service')
), granted AS (
    SELECT r.name, r.relkind, r.relispartition, r.has_tenant, s.rolname
    FROM relation r
    CROSS JOIN LATERAL aclexplode(r.relacl) a
    LEFT JOIN service s ON s.oid = a.grantee
    WHERE (a.grantee = 0 OR s.oid IS NOT NULL) AND a.privilege_type <> 'MAINTAIN' -- gathers statistics, shows no row
)
SELECT name, 'row security is not enabled' AS finding FROM tenant_table WHERE NOT relrowsecurity
UNION ALL
SELECT name, 'row security is not forced' FROM tenant_table WHERE NOT relforcerowsecurity
UNION ALL
SELECT t.name, 'the tenant policy is missing or differs'
FROM tenant_table t
WHERE NOT EXISTS (
    SELECT FROM pg_policy p
    WHERE p.polrelid = t.oid AND p.polpermissive AND p.polcmd = '*' AND p.polroles = ARRAY[0::oid]
      AND pg_get_expr(p.polqual, p.polrelid) = pg_get_expr(p.polwithcheck, p.polrelid)
      AND regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\s+', ' ', 'g')
        = '(tenant_id = ( SELECT NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text) AS "nullif"))')
UNION ALL
SELECT t.name, 'a second permissive policy widens the first'
FROM tenant_table t JOIN pg_policy p ON p.polrelid = t.oid AND p.polpermissive
GROUP BY t.name HAVING count(*) > 1
UNION ALL
SELECT t.name, 'there is no primary key'
FROM tenant_table t WHERE NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = t.oid AND i.indisprimary)
UNION ALL
SELECT t.name, format('index %s is not led by tenant_id', i.indexrelid::regclass)
FROM tenant_table t
JOIN pg_index i ON i.indrelid = t.oid
JOIN pg_class x ON x.oid = i.indexrelid
JOIN pg_am m ON m.oid = x.relam
LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
WHERE (i.indisunique OR m.amname = 'btree') AND a.attname IS DISTINCT FROM 'tenant_id'
UNION ALL
SELECT t.name, format('foreign key %s does not compare tenant_id', k.conname)
FROM tenant_table t
JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'f'
JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'tenant_id'
WHERE NOT a.attnum = ANY (k.conkey)
UNION ALL
SELECT name, 'the owner is not migrator' FROM relation
WHERE relkind IN ('r', 'p', 'v', 'm', 'S') AND relowner <> 'migrator'::regrole
UNION ALL
SELECT name, 'a view runs with its owner''s rights (no security_invoker)' FROM relation
WHERE relkind = 'v' AND NOT coalesce(reloptions @> ARRAY['security_invoker=true'], false)
UNION ALL
SELECT name, format('a service or PUBLIC may use it: %s', coalesce(rolname, 'PUBLIC')) FROM granted
WHERE relispartition OR relkind = 'm' OR rolname IS NULL OR (relkind IN ('r', 'p') AND NOT has_tenant)
UNION ALL
SELECT rolname, 'the role bypasses row security or administers'
FROM pg_roles WHERE rolname IN (SELECT rolname FROM service UNION SELECT 'migrator')
  AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)
UNION ALL
SELECT s.rolname, format('the role is a member of %s', m.roleid::regrole)
FROM service s JOIN pg_auth_members m ON m.member = s.oid
UNION ALL
SELECT p.oid::regprocedure::text, 'a function runs with its owner''s rights (security definer)'
FROM pg_proc p WHERE p.prosecdef AND p.pronamespace = to_regnamespace(?)
ORDER BY 1, 2;
