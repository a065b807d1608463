-- The sets of a closed sprint (metrics.md, "Sets of a sprint"): one row per closed sprint and issue, no sub-task, that was
-- a member for some time in [S0, S1). S0 is read after all changes of its instant (from_at <= S0 < to_at), S1 just before
-- them (from_at < S1 <= to_at). Membership is read at the close, 120 s before S1 but never before S0: the closing itself
-- moves issues.
CREATE OR REPLACE VIEW warehouse.sprint_scope WITH (security_invoker = true) AS
SELECT
    m.tenant_id,
    m.instance_id,
    m.sprint_id,
    m.issue_id,
    i.project_id,
    i.is_bug,
    m.started_at,
    m.ended_at,
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
        WHERE t.tenant_id = m.tenant_id AND t.instance_id = m.instance_id AND t.issue_id = m.issue_id
          AND si.sprint_id = m.sprint_id
          AND t.leaves_done AND t.at >= m.started_at AND t.at < m.ended_at
          AND t.at >= si.added_at AND (si.removed_at IS NULL OR t.at < si.removed_at)
    ) AS reopened,
    (
        -- Open blocked time ends at the sprint's end, at most now.
        SELECT coalesce(sum(greatest(0, extract(epoch FROM
                least(m.ended_at, si.removed_at, coalesce(b.to_at, now())) - greatest(m.started_at, si.added_at, b.from_at)))), 0)::double precision / 3600
        FROM warehouse.blocked_intervals b
        JOIN warehouse.sprint_issues si
            ON si.tenant_id = b.tenant_id AND si.instance_id = b.instance_id AND si.issue_id = b.issue_id
        WHERE b.tenant_id = m.tenant_id AND b.instance_id = m.instance_id AND b.issue_id = m.issue_id
          AND si.sprint_id = m.sprint_id
    ) AS blocked_hours,
    NOT i.has_history AS partial
FROM (
    SELECT
        s.tenant_id,
        s.instance_id,
        s.sprint_id,
        si.issue_id,
        s.started_at,
        s.ended_at,
        bool_or(si.added_at <= s.started_at AND coalesce(si.removed_at > s.started_at, true)) AS at_start,
        bool_or(si.added_at > s.started_at AND si.added_at <= s.close_at) AS joined,
        bool_or(si.added_at < s.close_at AND coalesce(si.removed_at > greatest(s.started_at, si.added_at), true)) AS before_close,
        bool_or(si.added_at <= s.close_at AND coalesce(si.removed_at > s.close_at, true)) AS at_close,
        max(si.added_at) FILTER (WHERE si.added_at <= s.close_at) AS joined_at,
        max(si.removed_at) FILTER (WHERE si.removed_at <= s.close_at) AS removed_at
    FROM (
        SELECT tenant_id, instance_id, sprint_id, started_at, ended_at,
            greatest(started_at, ended_at - interval '120 seconds') AS close_at
        FROM warehouse.sprints
        WHERE state = 'closed' AND started_at < ended_at
    ) s
    JOIN warehouse.sprint_issues si
        ON si.tenant_id = s.tenant_id AND si.instance_id = s.instance_id AND si.sprint_id = s.sprint_id
    GROUP BY s.tenant_id, s.instance_id, s.sprint_id, si.issue_id, s.started_at, s.ended_at
    HAVING bool_or(si.added_at < s.ended_at AND coalesce(si.removed_at > greatest(s.started_at, si.added_at), true))
) m
JOIN warehouse.issues i
    ON i.tenant_id = m.tenant_id AND i.instance_id = m.instance_id AND i.issue_id = m.issue_id AND NOT i.is_subtask
CROSS JOIN LATERAL (
    SELECT
        coalesce(bool_or(x.from_at <= m.started_at AND coalesce(x.to_at > m.started_at, true)), false) AS done_at_start,
        coalesce(bool_or(x.from_at < m.ended_at AND coalesce(x.to_at >= m.ended_at, true)), false) AS done_at_end,
        coalesce(bool_or(x.from_at <= greatest(m.started_at, m.joined_at)
            AND coalesce(x.to_at > greatest(m.started_at, m.joined_at), true)), false) AS done_at_joining
    FROM warehouse.status_intervals x
    WHERE x.tenant_id = m.tenant_id AND x.instance_id = m.instance_id AND x.issue_id = m.issue_id AND x.category = 'done'
) st
CROSS JOIN LATERAL (
    SELECT
        max(x.points) FILTER (WHERE x.from_at <= m.started_at AND coalesce(x.to_at > m.started_at, true)) AS points_start,
        max(x.points) FILTER (WHERE x.from_at <= m.joined_at AND coalesce(x.to_at > m.joined_at, true)) AS points_joined,
        max(x.points) FILTER (WHERE x.from_at < m.removed_at AND coalesce(x.to_at >= m.removed_at, true)) AS points_removed,
        max(x.points) FILTER (WHERE x.from_at < m.ended_at AND coalesce(x.to_at >= m.ended_at, true)) AS points_end
    FROM warehouse.estimate_intervals x
    WHERE x.tenant_id = m.tenant_id AND x.instance_id = m.instance_id AND x.issue_id = m.issue_id
) es;

REVOKE ALL ON warehouse.sprint_scope FROM PUBLIC;
GRANT SELECT ON warehouse.sprint_scope TO query_service, job_service;
