-- Hole: a SECURITY DEFINER function reads and writes with its owner's rights on behalf of whoever calls it.
-- Mend: ALTER FUNCTION … SECURITY INVOKER.
SELECT p.oid::regprocedure::text AS object, 'the function runs with its owner''s rights' AS finding
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND p.prosecdef
  -- An extension's own counts where somebody else than an administrator may run it.
  AND (NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
    OR EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g WHERE g.grantee <> p.proowner))
ORDER BY 1
