-- Hole: a plain view reads its tables with its owner's rights, not with those of whoever asks.
-- Mend: ALTER VIEW … SET (security_invoker = true).
SELECT c.oid::regclass::text AS object, 'the view reads with its owner''s rights' AS finding
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind = 'v'
  AND NOT EXISTS (
    SELECT FROM pg_options_to_table(c.reloptions) o
    WHERE o.option_name = 'security_invoker' AND o.option_value::boolean)
  -- A view of nothing but materialized views is judged by lint materialized_view_open: nobody else may read these.
  AND NOT coalesce((
    SELECT bool_and(x.relkind = 'm')
    FROM pg_rewrite w
    JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refclassid = 'pg_class'::regclass
    JOIN pg_class x ON x.oid = d.refobjid
    WHERE w.ev_class = c.oid AND x.oid <> c.oid), false)
ORDER BY 1
