-- Hole: permissive policies add up: a second one shows rows that the first does not.
-- Mend: DROP POLICY … ON …, or create it AS RESTRICTIVE. Only scheduling, FOR SELECT TO job_scheduler alone, may stand on the
--   tables that say when work is due; what that role reads there is lint role_of_scheduler_open.
SELECT p.polrelid::regclass::text AS object, format('the permissive policy %I widens tenant_isolation', p.polname) AS finding
FROM pg_policy p
WHERE p.polpermissive AND p.polname <> 'tenant_isolation'
  AND NOT (p.polname = 'scheduling' AND p.polcmd = 'r' AND p.polroles = ARRAY[to_regrole('job_scheduler')::oid]
    AND EXISTS (
      SELECT FROM pg_class c
      WHERE c.oid = p.polrelid AND c.relnamespace = to_regnamespace('jobs')::oid
        AND c.relname IN ('analytics_jobs', 'outbox', 'inbox', 'connections')))
ORDER BY 1, 2
