WITH m AS (SELECT DISTINCT ON (i.instance_id, i.issue_id) s.name,
        CASE WHEN s.completed_at <= '2026-02-10T00:00Z' THEN 'closed' WHEN s.activated_at <= '2026-02-10T00:00Z' THEN 'active'
            WHEN s.sprint_id IS NOT NULL THEN 'future' END AS state
    FROM warehouse.issues i
    LEFT JOIN warehouse.sprint_issues x ON x.tenant_id = 'acme' AND x.instance_id = i.instance_id AND x.issue_id = i.issue_id
        AND added_at <= '2026-02-10T00:00Z' AND coalesce(removed_at, 'infinity') > '2026-02-10T00:00Z'
    LEFT JOIN warehouse.sprints s ON s.tenant_id = 'acme' AND s.instance_id = x.instance_id AND s.sprint_id = x.sprint_id
    WHERE i.tenant_id = 'acme' AND i.created_at <= '2026-02-10T00:00Z'
    ORDER BY i.instance_id, i.issue_id, array_position(ARRAY['s15'], s.sprint_id) NULLS FIRST, s.started_at DESC)
SELECT name, state, count(*) FROM (SELECT name, state FROM m) y GROUP BY 1, 2 ORDER BY 1
