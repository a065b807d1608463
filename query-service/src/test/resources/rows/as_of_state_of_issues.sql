WITH t AS (SELECT timestamptz '2026-03-14T23:00Z' AS t),
s AS (SELECT x.status, display_name, x.status_category = 'in_progress' AND x.from_at < t AS wip
    FROM t, warehouse.issue_states x LEFT JOIN warehouse.users u ON u.tenant_id = 'acme' AND u.instance_id = 'main' AND user_id = assignee_id
    WHERE x.tenant_id = 'acme' AND x.instance_id = 'main' AND from_at <= t AND coalesce(to_at, 'infinity') > t)
SELECT status, display_name, count(*), count(*) FILTER (WHERE wip) FROM s GROUP BY 1, 2 ORDER BY 1, 2
