-- The sets of a closed sprint (metrics.md, "Sets of a sprint"): one row per closed sprint and issue, no sub-task, that was
-- a member for some time in [S0, S1). S0 is read after all changes of its instant (from_at <= S0 < to_at), S1 just before
-- them (from_at < S1 <= to_at). Membership is read at the close, 120 s before S1 but never before S0: the closing itself
-- moves issues. A board's sprints follow each other by (S1, sprint id); those that never lasted have no sets and are passed over.
--
-- This is the one definition. It is worked out here for whoever compares, and at imports for the table that is read: what is
-- kept counts open blocked time without an end in the present ('infinity'), so that it stays true as time goes by.
CREATE OR REPLACE FUNCTION warehouse.sprint_scope_until(present timestamptz) RETURNS SETOF warehouse.sprint_facts
LANGUAGE sql STABLE AS $$
SELECT
    s.tenant_id,
    s.instance_id,
    s.sprint_id,
    i.issue_id,
    i.project_id,
    i.is_bug,
    s.started_at,
    s.ended_at,
    m.at_start AND NOT st.done_at_start AS committed,
    m.joined AND NOT (m.at_start AND NOT st.done_at_start) AS added,
    m.before_close AND NOT m.at_close AS removed,
    m.at_close AS final,
    m.at_close AND st.done_at_end AND NOT st.done_at_joining AS completed,
    m.at_close AND NOT st.done_at_end AS open_at_end,
    m.joined_at,
    CASE WHEN m.before_close AND NOT m.at_close THEN m.removed_at END AS removed_at,
    es.points_start,
    es.points_joined,
    CASE WHEN m.before_close AND NOT m.at_close THEN es.points_removed END AS points_removed,
    es.points_end,
    EXISTS (
        SELECT
        FROM warehouse.issue_transitions t
        JOIN warehouse.sprint_issues si
            ON si.tenant_id = t.tenant_id AND si.instance_id = t.instance_id AND si.issue_id = t.issue_id
        WHERE t.tenant_id = s.tenant_id AND t.instance_id = s.instance_id AND t.issue_id = i.issue_id
          AND si.sprint_id = s.sprint_id
          AND t.leaves_done AND t.at >= s.started_at AND t.at < s.ended_at
          AND t.at >= si.added_at AND (si.removed_at IS NULL OR t.at < si.removed_at)
    ) AS reopened,
    (
        -- Open blocked time ends at the sprint's end, at most now.
        SELECT coalesce(sum(greatest(0, extract(epoch FROM
                least(s.ended_at, si.removed_at, coalesce(b.to_at, present)) - greatest(s.started_at, si.added_at, b.from_at)))), 0) / 3600
        FROM warehouse.blocked_intervals b
        JOIN warehouse.sprint_issues si
            ON si.tenant_id = b.tenant_id AND si.instance_id = b.instance_id AND si.issue_id = b.issue_id
        WHERE b.tenant_id = s.tenant_id AND b.instance_id = s.instance_id AND b.issue_id = i.issue_id
          AND si.sprint_id = s.sprint_id
    ) AS blocked_hours,
    NOT i.has_history AS partial,
    -- Committed, and an earlier sprint of the board left it unfinished.
    CASE WHEN m.at_start AND NOT st.done_at_start THEN EXISTS (
        SELECT
        FROM warehouse.sprint_issues si
        JOIN warehouse.sprints p
            ON p.tenant_id = si.tenant_id AND p.instance_id = si.instance_id AND p.sprint_id = si.sprint_id
        WHERE si.tenant_id = s.tenant_id AND si.instance_id = s.instance_id AND si.issue_id = i.issue_id
          AND p.board_id = s.board_id AND p.state = 'closed' AND p.started_at < p.ended_at
          AND (p.ended_at, p.sprint_id) < (s.ended_at, s.sprint_id)
          AND si.added_at <= greatest(p.started_at, p.ended_at - interval '120 seconds')
          AND (si.removed_at IS NULL OR si.removed_at > greatest(p.started_at, p.ended_at - interval '120 seconds'))
          AND NOT EXISTS (
            SELECT
            FROM warehouse.status_intervals x
            WHERE x.tenant_id = s.tenant_id AND x.instance_id = s.instance_id AND x.issue_id = i.issue_id
              AND x.category = 'done' AND x.from_at < p.ended_at AND (x.to_at IS NULL OR x.to_at >= p.ended_at))
    ) ELSE false END AS carried_in,
    -- How many sprints of the board in a row, this one last, left it unfinished: of those that did, the nth before this one
    -- counts where it is also the nth of all.
    CASE WHEN m.at_close AND NOT st.done_at_end THEN (
        SELECT count(*)
        FROM (
            SELECT p.ended_at, p.sprint_id, row_number() OVER (ORDER BY p.ended_at DESC, p.sprint_id DESC) - 1 AS nth
            FROM warehouse.sprint_issues si
            JOIN warehouse.sprints p
                ON p.tenant_id = si.tenant_id AND p.instance_id = si.instance_id AND p.sprint_id = si.sprint_id
            WHERE si.tenant_id = s.tenant_id AND si.instance_id = s.instance_id AND si.issue_id = i.issue_id
              AND (p.sprint_id = s.sprint_id OR p.board_id = s.board_id)
              AND p.state = 'closed' AND p.started_at < p.ended_at
              AND (p.ended_at, p.sprint_id) <= (s.ended_at, s.sprint_id)
              AND si.added_at <= greatest(p.started_at, p.ended_at - interval '120 seconds')
              AND (si.removed_at IS NULL OR si.removed_at > greatest(p.started_at, p.ended_at - interval '120 seconds'))
              AND NOT EXISTS (
                SELECT
                FROM warehouse.status_intervals x
                WHERE x.tenant_id = s.tenant_id AND x.instance_id = s.instance_id AND x.issue_id = i.issue_id
                  AND x.category = 'done' AND x.from_at < p.ended_at AND (x.to_at IS NULL OR x.to_at >= p.ended_at))
        ) u
        WHERE u.nth = (
            SELECT count(*)
            FROM warehouse.sprints b
            WHERE b.tenant_id = s.tenant_id AND b.instance_id = s.instance_id AND b.board_id = s.board_id
              AND b.state = 'closed' AND b.started_at < b.ended_at
              AND (b.ended_at, b.sprint_id) > (u.ended_at, u.sprint_id)
              AND (b.ended_at, b.sprint_id) <= (s.ended_at, s.sprint_id))
    ) END AS spill_depth,
    -- Unfinished, taken out in the last 24 hours before the close and, until two days after the end, put into a sprint of
    -- the board that starts from then on: within those two days, or else as the next one.
    CASE WHEN m.before_close AND NOT m.at_close AND NOT st.done_at_end
              AND m.removed_at >= c.close_at - interval '24 hours' THEN EXISTS (
        SELECT
        FROM warehouse.sprint_issues si
        JOIN warehouse.sprints n
            ON n.tenant_id = si.tenant_id AND n.instance_id = si.instance_id AND n.sprint_id = si.sprint_id
        WHERE si.tenant_id = s.tenant_id AND si.instance_id = s.instance_id AND si.issue_id = i.issue_id
          AND si.added_at <= s.ended_at + interval '48 hours' AND coalesce(si.removed_at > greatest(m.removed_at, si.added_at), true)
          AND n.board_id = s.board_id AND n.sprint_id <> s.sprint_id
          AND n.started_at >= c.close_at - interval '24 hours'
          AND (n.started_at <= s.ended_at + interval '48 hours' OR NOT EXISTS (
            SELECT
            FROM warehouse.sprints e
            WHERE e.tenant_id = s.tenant_id AND e.instance_id = s.instance_id AND e.board_id = s.board_id
              AND e.sprint_id <> s.sprint_id AND e.started_at >= c.close_at - interval '24 hours'
              AND (e.started_at, e.sprint_id) < (n.started_at, n.sprint_id)))
    ) ELSE false END AS pulled_out
FROM warehouse.sprints s
CROSS JOIN LATERAL (SELECT greatest(s.started_at, s.ended_at - interval '120 seconds') AS close_at) c
JOIN warehouse.sprint_issues member -- by its first stay, each issue once
    ON member.tenant_id = s.tenant_id AND member.instance_id = s.instance_id AND member.sprint_id = s.sprint_id AND member.seq = 0
JOIN warehouse.issues i
    ON i.tenant_id = s.tenant_id AND i.instance_id = s.instance_id AND i.issue_id = member.issue_id AND NOT i.is_subtask
CROSS JOIN LATERAL (
    SELECT
        bool_or(si.added_at < s.ended_at AND coalesce(si.removed_at > greatest(s.started_at, si.added_at), true)) AS belongs,
        bool_or(si.added_at <= s.started_at AND coalesce(si.removed_at > s.started_at, true)) AS at_start,
        bool_or(si.added_at > s.started_at AND si.added_at <= c.close_at) AS joined,
        bool_or(si.added_at < c.close_at AND coalesce(si.removed_at > greatest(s.started_at, si.added_at), true)) AS before_close,
        bool_or(si.added_at <= c.close_at AND coalesce(si.removed_at > c.close_at, true)) AS at_close,
        max(si.added_at) FILTER (WHERE si.added_at <= c.close_at) AS joined_at,
        max(si.removed_at) FILTER (WHERE si.removed_at <= c.close_at) AS removed_at
    FROM warehouse.sprint_issues si
    WHERE si.tenant_id = s.tenant_id AND si.instance_id = s.instance_id AND si.sprint_id = s.sprint_id AND si.issue_id = i.issue_id
) m
CROSS JOIN LATERAL (
    SELECT
        coalesce(bool_or(x.from_at <= s.started_at AND coalesce(x.to_at > s.started_at, true)), false) AS done_at_start,
        coalesce(bool_or(x.from_at < s.ended_at AND coalesce(x.to_at >= s.ended_at, true)), false) AS done_at_end,
        coalesce(bool_or(x.from_at <= greatest(s.started_at, m.joined_at)
            AND coalesce(x.to_at > greatest(s.started_at, m.joined_at), true)), false) AS done_at_joining
    FROM warehouse.status_intervals x
    WHERE x.tenant_id = s.tenant_id AND x.instance_id = s.instance_id AND x.issue_id = i.issue_id AND x.category = 'done'
) st
CROSS JOIN LATERAL (
    SELECT
        max(x.points) FILTER (WHERE x.from_at <= s.started_at AND coalesce(x.to_at > s.started_at, true)) AS points_start,
        max(x.points) FILTER (WHERE x.from_at <= m.joined_at AND coalesce(x.to_at > m.joined_at, true)) AS points_joined,
        max(x.points) FILTER (WHERE x.from_at < m.removed_at AND coalesce(x.to_at >= m.removed_at, true)) AS points_removed,
        max(x.points) FILTER (WHERE x.from_at < s.ended_at AND coalesce(x.to_at >= s.ended_at, true)) AS points_end
    FROM warehouse.estimate_intervals x
    WHERE x.tenant_id = s.tenant_id AND x.instance_id = s.instance_id AND x.issue_id = i.issue_id
) es
WHERE s.state = 'closed' AND s.started_at < s.ended_at AND m.belongs
$$;
REVOKE ALL ON FUNCTION warehouse.sprint_scope_until(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION warehouse.sprint_scope_until(timestamptz) TO query_service, job_service;

CREATE OR REPLACE VIEW warehouse.sprint_scope WITH (security_invoker = true) AS
SELECT * FROM warehouse.sprint_scope_until(now());
REVOKE ALL ON warehouse.sprint_scope FROM PUBLIC;
GRANT SELECT ON warehouse.sprint_scope TO query_service, job_service;

-- The sums of what is kept (sprint_sums), by sprint and project.
CREATE OR REPLACE VIEW warehouse.sprint_sums_of_facts WITH (security_invoker = true) AS
SELECT
    tenant_id,
    instance_id,
    sprint_id,
    project_id,
    ended_at,
    (count(issue_id))::integer AS issues,
    (count(*) FILTER (WHERE committed))::integer AS committed,
    (count(*) FILTER (WHERE added))::integer AS added,
    (count(*) FILTER (WHERE added OR committed))::integer AS taken,
    (count(*) FILTER (WHERE committed AND completed))::integer AS kept,
    (count(*) FILTER (WHERE committed AND carried_in))::integer AS carried_in,
    (count(*) FILTER (WHERE reopened))::integer AS reopened,
    (count(*) FILTER (WHERE added AND is_bug))::integer AS bugs_added,
    sum(points_start) FILTER (WHERE committed) AS planned_points,
    sum(points_end) FILTER (WHERE completed) AS completed_points,
    sum(coalesce(points_start, 0)) FILTER (WHERE committed AND open_at_end) AS spilled_points,
    sum(coalesce(points_start, 0)) FILTER (WHERE committed AND (open_at_end OR pulled_out)) AS left_points,
    sum(points_joined) FILTER (WHERE added) AS added_points,
    sum(points_removed) FILTER (WHERE removed) AS removed_points,
    sum(blocked_hours) AS total_blocked_hours
FROM warehouse.sprint_facts
GROUP BY tenant_id, instance_id, sprint_id, project_id, ended_at;
REVOKE ALL ON warehouse.sprint_sums_of_facts FROM PUBLIC;
GRANT SELECT ON warehouse.sprint_sums_of_facts TO query_service, job_service;

-- What is kept is derived again of all tenants, because the definition above may be another one than that it was kept by.
-- The owner is bound by row security as everybody is: it lists the tenants without, and goes through them one by one.
ALTER TABLE warehouse.tenants NO FORCE ROW LEVEL SECURITY;
DO $$
DECLARE
    tenant text;
BEGIN
    FOR tenant IN SELECT tenant_id FROM warehouse.tenants LOOP
        PERFORM set_config('app.tenant_id', tenant, true);
        DELETE FROM warehouse.sprint_facts f WHERE f.tenant_id = tenant;
        INSERT INTO warehouse.sprint_facts SELECT * FROM warehouse.sprint_scope_until('infinity') x WHERE x.tenant_id = tenant;
        DELETE FROM warehouse.sprint_sums s WHERE s.tenant_id = tenant;
        INSERT INTO warehouse.sprint_sums SELECT * FROM warehouse.sprint_sums_of_facts x WHERE x.tenant_id = tenant;
    END LOOP;
    PERFORM set_config('app.tenant_id', '', true);
END
$$;
ALTER TABLE warehouse.tenants FORCE ROW LEVEL SECURITY;
