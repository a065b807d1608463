-- Hole: a function called leakproof is run on rows before the policy has hidden them; one that raises errors or notices
--   with its arguments in them then tells what other tenants' rows hold.
-- Mend: ALTER FUNCTION … NOT LEAKPROOF.
SELECT p.oid::regprocedure::text AS object, 'the function is called leakproof' AS finding
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE p.proleakproof AND (n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  -- PostgreSQL's own that are not leakproof as it comes, and that somebody in need of an index may have called so.
  OR n.nspname = 'pg_catalog' AND (
    p.proname ~ '^(numeric|enum|jsonb|array|range)_(eq|ne|lt|le|gt|ge|cmp)$'
    OR p.proname ~ '^(text|name|bpchar)(ic)?(n)?(like|regexeq|regexne)$'
    OR p.proname ~ '^(like|notlike|jsonb?_object_field|jsonb?_extract_path|jsonb?_array_element)'
    OR p.proname IN ('lower', 'upper', 'date_trunc', 'date_part', 'extract', 'arraycontains', 'arraycontained',
        'arrayoverlap', 'jsonb_contains', 'jsonb_contained', 'jsonb_exists', 'jsonb_exists_any', 'jsonb_exists_all')))
ORDER BY 1
