-- Hole: a policy whose WITH CHECK is missing or wider than its USING leaves open what may be written: rows of another tenant.
-- Mend: ALTER POLICY tenant_isolation ON … WITH CHECK (the same as in USING); where there is none, drop and create it.
SELECT p.polrelid::regclass::text AS object,
    format('the policy tenant_isolation lets write where %s', coalesce(e.written, 'nothing is asked (no WITH CHECK)')) AS finding
FROM pg_policy p
CROSS JOIN LATERAL (SELECT regexp_replace(pg_get_expr(p.polwithcheck, p.polrelid), '\s+', ' ', 'g') AS written) e
WHERE p.polname = 'tenant_isolation' AND p.polcmd NOT IN ('r', 'd') AND e.written IS DISTINCT FROM
    '(tenant_id = ( SELECT NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text) AS "nullif"))'
ORDER BY 1
