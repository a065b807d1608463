-- The sprints of the first board follow one another without a gap but for an hour; the other board has one sprint.
WITH s AS (SELECT *, lag(started_at, 2, first) OVER w AS three, lag(started_at, 1, first) OVER w AS two
    FROM (SELECT *, min(started_at) OVER (PARTITION BY board_id) AS first FROM warehouse.sprints
        WHERE tenant_id = 'acme' AND state = 'closed' AND started_at IS NOT NULL) x WINDOW w AS (PARTITION BY board_id ORDER BY ended_at)),
runs AS (SELECT s.*, m.started_at AS f, m.ended_at AS t, m.sprint_id AS m_id, m.started_at >= s.two AS in_two FROM s JOIN s AS m ON m.board_id = s.board_id AND m.started_at >= s.three AND m.ended_at <= s.ended_at)
SELECT started_at::date, name, board,
    (SELECT avg(p) FROM (SELECT coalesce(sum(points_end) FILTER (WHERE completed), 0) AS p FROM runs r LEFT JOIN warehouse.sprint_scope x ON x.tenant_id = 'acme' AND x.sprint_id = r.m_id
        WHERE r.sprint_id = s.sprint_id GROUP BY r.m_id) v),
    (SELECT count(*) FROM runs r JOIN warehouse.issues i ON i.done_at >= f AND i.done_at < t AND i.instance_id = 'main' AND i.tenant_id = 'acme' WHERE r.sprint_id = s.sprint_id),
    (SELECT percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM i.done_at - i.created_at) / 86400)
        FROM runs r JOIN warehouse.issues i ON i.done_at >= f AND i.done_at < t AND i.instance_id = 'main' AND i.tenant_id = 'acme' WHERE r.sprint_id = s.sprint_id),
    (SELECT coalesce(sum(extract(epoch FROM least(b.to_at, t) - greatest(b.from_at, f)) / 3600), 0)
        FROM runs r JOIN warehouse.blocked_intervals b ON b.tenant_id = 'acme' AND b.from_at < t AND coalesce(b.to_at, 'infinity') > f WHERE r.sprint_id = s.sprint_id AND in_two),
    (SELECT avg(n) FROM (SELECT (SELECT count(*) FROM warehouse.status_intervals v WHERE v.tenant_id = 'acme' AND v.instance_id = 'main' AND v.category = 'in_progress' AND v.from_at < at AND coalesce(v.to_at, 'infinity') >= at) AS n
        FROM (SELECT DISTINCT least(d + interval '1 day', t) AS at FROM runs r, generate_series(date_trunc('day', f AT TIME ZONE 'UTC') AT TIME ZONE 'UTC', t, interval '1 day') AS d WHERE r.sprint_id = s.sprint_id AND in_two) a) c),
    (SELECT coalesce(sum(points_start), 0) FROM warehouse.sprint_scope x JOIN s AS m USING (tenant_id, instance_id, sprint_id)
        WHERE x.committed AND m.board_id = s.board_id AND m.ended_at <= s.ended_at AND m.ended_at >= '2026-02-10T00:00Z'),
    (SELECT count(*) FROM warehouse.issues i WHERE i.tenant_id = 'acme' AND i.instance_id = 'main' AND i.done_at >= s.started_at AND i.done_at < s.ended_at)
FROM s WHERE ended_at >= '2026-02-10T00:00Z' AND ended_at < '2026-06-01T00:00Z' ORDER BY ended_at, sprint_id COLLATE "C"
