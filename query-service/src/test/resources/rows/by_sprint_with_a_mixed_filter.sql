SELECT (s.started_at AT TIME ZONE 'UTC')::date, s.name, s.board,
    (SELECT count(*) FROM warehouse.issues i WHERE i.tenant_id = 'acme' AND i.instance_id = 'main' AND i.created_at >= s.started_at AND i.created_at < s.ended_at
        AND (s.board = 'Shop board' OR i.issue_type = 'Bug'))
FROM warehouse.sprints s WHERE tenant_id = 'acme' AND state = 'closed' AND ended_at >= '2026-03-01T00:00Z' AND ended_at < '2026-04-01T00:00Z'
ORDER BY s.name COLLATE "C"
