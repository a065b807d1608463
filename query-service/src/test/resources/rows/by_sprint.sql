WITH s AS (SELECT *
    FROM warehouse.sprints s WHERE tenant_id = 'acme' AND state = 'closed' AND started_at IS NOT NULL
    AND ended_at >= timestamp '2026-02-01' AT TIME ZONE 'Asia/Tokyo' AND ended_at < timestamp '2026-06-01' AT TIME ZONE 'Asia/Tokyo'),
i AS (SELECT s.instance_id AS s_instance, s.sprint_id AS s_id, i.* FROM s JOIN warehouse.issues i ON i.tenant_id = 'acme' AND i.instance_id = s.instance_id AND EXISTS (
    SELECT FROM warehouse.sprint_scope x WHERE x.tenant_id = 'acme' AND x.instance_id = s.instance_id AND x.sprint_id = s.sprint_id AND x.project_id = i.project_id))
SELECT (started_at AT TIME ZONE 'Asia/Tokyo')::date, name, board,
    (SELECT coalesce(sum(points_end) FILTER (WHERE completed), 0) FROM warehouse.sprint_scope x WHERE x.tenant_id = 'acme' AND x.sprint_id = s.sprint_id),
    (SELECT count(*) FROM i WHERE s_id = s.sprint_id AND i.done_at >= s.started_at AND i.done_at < s.ended_at),
    (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM i.done_at - i.created_at) / 86400) FROM i WHERE s_id = s.sprint_id AND i.done_at >= s.started_at AND i.done_at < s.ended_at),
    (SELECT count(DISTINCT i.issue_id) FROM i JOIN warehouse.issue_transitions t USING (issue_id) WHERE s_id = s.sprint_id AND t.tenant_id = 'acme' AND t.instance_id = s_instance
        AND leaves_done AND at >= s.started_at AND at < s.ended_at),
    (SELECT coalesce(sum(extract(epoch FROM least(b.to_at, s.ended_at) - greatest(b.from_at, s.started_at)) / 3600), 0) FROM i JOIN warehouse.blocked_intervals b USING (issue_id)
        WHERE s_id = s.sprint_id AND b.tenant_id = 'acme' AND b.from_at < s.ended_at AND coalesce(b.to_at, 'infinity') > s.started_at),
    (SELECT count(*) FROM i JOIN warehouse.status_intervals v USING (issue_id) WHERE s_id = s.sprint_id AND v.tenant_id = 'acme' AND v.instance_id = s_instance
        AND v.category = 'in_progress' AND v.from_at < s.ended_at AND coalesce(v.to_at, 'infinity') >= s.ended_at),
    (SELECT avg(n) FROM (SELECT (SELECT count(*) FROM i JOIN warehouse.status_intervals v USING (issue_id) WHERE s_id = s.sprint_id AND v.tenant_id = 'acme' AND v.instance_id = s_instance
            AND v.category = 'in_progress' AND v.from_at < at AND coalesce(v.to_at, 'infinity') >= at) AS n
        FROM generate_series(date_trunc('day', s.started_at AT TIME ZONE 'Asia/Tokyo'), s.ended_at AT TIME ZONE 'Asia/Tokyo', interval '1 day') AS d,
            LATERAL (SELECT least((d + interval '1 day') AT TIME ZONE 'Asia/Tokyo', s.ended_at) AS at) a) days),
    (SELECT count(*) FILTER (WHERE i.done_at >= s.started_at AND i.done_at < s.ended_at) / nullif(count(*) FILTER (WHERE i.created_at >= s.started_at AND i.created_at < s.ended_at), 0)::numeric
        FROM i WHERE s_id = s.sprint_id),
    (SELECT avg(completed::int) FROM warehouse.sprint_scope x WHERE x.tenant_id = 'acme' AND x.sprint_id = s.sprint_id AND committed)
FROM s ORDER BY ended_at, instance_id COLLATE "C", sprint_id COLLATE "C"
