SELECT l, count(*), count(*) FILTER (WHERE is_bug) FROM (
    SELECT unnest(CASE WHEN labels = '{}' THEN ARRAY[NULL::text] ELSE labels END) AS l, is_bug FROM warehouse.issues
    WHERE tenant_id = 'acme' AND '50%_off' <> ALL (labels)) x GROUP BY 1 ORDER BY 2 DESC, 1 NULLS LAST
