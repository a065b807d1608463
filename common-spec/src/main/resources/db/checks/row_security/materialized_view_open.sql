-- Hole: a view of a materialized view reads with its owner's rights, so that its own filter is all that keeps tenants apart:
--   without it, or without a barrier that makes it come first, a reader sees every tenant's rows.
-- Mend: create it WITH (security_barrier = true) and, last, WHERE tenant_id = (SELECT nullif(current_setting('app.tenant_id',
--   true), '')).
SELECT c.oid::regclass::text AS object, v.finding
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
    SELECT 'the view has no security barrier' AS finding
    WHERE NOT EXISTS (
        SELECT FROM pg_options_to_table(c.reloptions) o
        WHERE o.option_name = 'security_barrier' AND o.option_value::boolean)
    UNION ALL
    SELECT 'the view does not filter by the tenant as a whole'
    WHERE pg_get_viewdef(c.oid) ~ '\m(UNION|INTERSECT|EXCEPT)\M'
      OR pg_get_viewdef(c.oid) !~ 'WHERE \([a-z]+\.tenant_id = \( SELECT NULLIF\(current_setting\(''app\.tenant_id''::text, true\), ''''::text\) AS "nullif"\)\);$'
) v
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind = 'v'
  AND EXISTS (
    SELECT
    FROM pg_rewrite w
    JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refclassid = 'pg_class'::regclass
    JOIN pg_class x ON x.oid = d.refobjid
    WHERE w.ev_class = c.oid AND x.relkind = 'm')
ORDER BY 1, 2
