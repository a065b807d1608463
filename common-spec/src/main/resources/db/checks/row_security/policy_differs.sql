-- Hole: a policy that asks anything but "the row is the transaction's tenant's" may show others' rows, fail on the empty
--   setting that a finished transaction leaves behind, or be worked out anew for each row.
-- Mend: USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), ''))), permissive, FOR ALL, TO PUBLIC.
SELECT p.polrelid::regclass::text AS object,
    CASE
        WHEN NOT p.polpermissive THEN 'the policy tenant_isolation is restrictive, so that it shows nothing by itself'
        WHEN p.polcmd <> '*' OR p.polroles <> ARRAY[0::oid] THEN 'the policy tenant_isolation is not for all commands and roles'
        ELSE format('the policy tenant_isolation shows rows where %s', coalesce(e.shown, 'nothing is asked'))
    END AS finding
FROM pg_policy p
CROSS JOIN LATERAL (SELECT regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\s+', ' ', 'g') AS shown) e
WHERE p.polname = 'tenant_isolation'
  AND (NOT p.polpermissive OR p.polcmd <> '*' OR p.polroles <> ARRAY[0::oid] OR e.shown IS DISTINCT FROM
    '(tenant_id = ( SELECT NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text) AS "nullif"))')
ORDER BY 1
