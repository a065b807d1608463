-- Hole: a plain view reads its tables with its owner's rights, not with those of whoever asks.
-- Mend: ALTER VIEW … SET (security_invoker = true).
SELECT c.oid::regclass::text AS object, 'the view reads with its owner''s rights' AS finding
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind = 'v'
  AND NOT EXISTS (
    SELECT FROM pg_options_to_table(c.reloptions) o
    WHERE o.option_name = 'security_invoker' AND o.option_value::boolean)
ORDER BY 1
