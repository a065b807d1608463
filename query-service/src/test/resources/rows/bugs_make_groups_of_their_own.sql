SELECT issue_type, priority, count(*), count(*) FILTER (WHERE is_escaped) FROM warehouse.issues
WHERE tenant_id = 'acme' AND is_bug GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 NULLS LAST
