-- Hole: a function that takes its caller's search_path runs whatever the caller's path finds under a name first.
-- Mend: ALTER FUNCTION … SET search_path = pg_catalog, pg_temp, and every other name in it with its schema.
SELECT p.oid::regprocedure::text AS object, 'the function resolves names by its caller''s search_path' AS finding
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
JOIN pg_language l ON l.oid = p.prolang
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  -- Of plain SQL with the caller's rights the planner takes the body in place of the call, so a setting of its own would
  -- cost the indexes; the services' own search_path (lint role_search_path_open) rules it.
  AND l.lanname NOT IN ('sql', 'c', 'internal')
  AND NOT EXISTS (SELECT FROM unnest(p.proconfig) s WHERE s LIKE 'search\_path=%')
ORDER BY 1
