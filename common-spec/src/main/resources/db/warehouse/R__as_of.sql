-- The warehouse as it stood at an instant: what happened at or before it counts, nothing later does. Each function gives
-- the rows of the relation of its name, in the same columns; definitions/entities.yaml names it (as_of) beside the relation.
-- What has no history (type, priority, labels, components, project, names, what a status means) is the present value.
-- Covers version 3: raise that number with each version that changes a table named here. sprint_sets_as_of stands with its
-- view in R__sprint_sets.sql.
--
-- Plain SQL, stable, with the rights of the caller: the planner puts the body in the place of the call, so that row
-- security, the tenant's predicate and the indexes work as on the tables themselves (a test sees no function scan). Columns
-- that take a look into the history are sub-selects, so that whoever does not read them does not pay for them.

-- A sprint is closed from its end on, and active from its start on. Without the instant it is taken to be what it is now.
CREATE OR REPLACE FUNCTION warehouse.sprints_as_of(at timestamptz) RETURNS SETOF warehouse.sprints
LANGUAGE sql STABLE AS $$
SELECT
    s.tenant_id,
    s.instance_id,
    s.sprint_id,
    s.board_id,
    s.board,
    s.name,
    s.goal,
    CASE
        WHEN s.state = 'closed' AND (s.ended_at IS NULL OR s.ended_at <= at) THEN 'closed'
        WHEN s.state = 'future' OR s.started_at > at THEN 'future'
        ELSE 'active'
    END,
    s.planned_start,
    s.planned_end,
    CASE WHEN s.activated_at <= at OR s.ended_at <= at THEN s.activated_at END,
    CASE WHEN s.completed_at <= at THEN s.completed_at END,
    s.source,
    s.seen_at,
    CASE WHEN s.activated_at <= at OR s.ended_at <= at THEN s.started_at ELSE s.planned_start END,
    CASE WHEN s.ended_at <= at THEN s.ended_at END
FROM warehouse.sprints s
$$;

-- The issues that were there. One deleted later was there.
CREATE OR REPLACE FUNCTION warehouse.issues_as_of(at timestamptz) RETURNS SETOF warehouse.issues
LANGUAGE sql STABLE AS $$
SELECT
    i.tenant_id,
    i.instance_id,
    i.issue_id,
    i.issue_key,
    i.project_id,
    i.summary,
    i.issue_type,
    i.is_subtask,
    i.is_bug,
    i.is_escaped,
    i.priority,
    (SELECT x.status_id FROM warehouse.status_intervals x
     WHERE x.tenant_id = i.tenant_id AND x.instance_id = i.instance_id AND x.issue_id = i.issue_id AND x.from_at <= at
     ORDER BY x.seq DESC LIMIT 1),
    (SELECT n.name FROM warehouse.status_intervals x
     JOIN warehouse.statuses n ON n.tenant_id = x.tenant_id AND n.instance_id = x.instance_id AND n.status_id = x.status_id
     WHERE x.tenant_id = i.tenant_id AND x.instance_id = i.instance_id AND x.issue_id = i.issue_id AND x.from_at <= at
     ORDER BY x.seq DESC LIMIT 1),
    (SELECT x.category FROM warehouse.status_intervals x
     WHERE x.tenant_id = i.tenant_id AND x.instance_id = i.instance_id AND x.issue_id = i.issue_id AND x.from_at <= at
     ORDER BY x.seq DESC LIMIT 1),
    (SELECT x.assignee_id FROM warehouse.assignee_intervals x
     WHERE x.tenant_id = i.tenant_id AND x.instance_id = i.instance_id AND x.issue_id = i.issue_id AND x.from_at <= at
     ORDER BY x.seq DESC LIMIT 1),
    i.reporter_id,
    -- The sprint it was in then: active before future before closed before unknown, then the latest.
    (SELECT m.sprint_id FROM warehouse.sprint_issues m
     LEFT JOIN warehouse.sprints_as_of(at) s
         ON s.tenant_id = m.tenant_id AND s.instance_id = m.instance_id AND s.sprint_id = m.sprint_id
     WHERE m.tenant_id = i.tenant_id AND m.instance_id = i.instance_id AND m.issue_id = i.issue_id AND m.added_at <= at
       AND (m.removed_at IS NULL OR m.removed_at > at OR (i.deleted_at <= at AND m.removed_at >= i.deleted_at AND NOT EXISTS (
            -- The deletion ended the stay, no change of then.
            SELECT FROM warehouse.issue_changes c
            WHERE c.tenant_id = m.tenant_id AND c.instance_id = m.instance_id AND c.issue_id = m.issue_id
              AND c.changed_at = m.removed_at AND c.field = 'sprint' AND m.added_at < m.removed_at
              AND m.sprint_id = ANY (string_to_array(replace(c.old_value, ' ', ''), ','))
              AND m.sprint_id <> ALL (string_to_array(replace(coalesce(c.new_value, ''), ' ', ''), ',')))))
     ORDER BY array_position(ARRAY['active', 'future', 'closed'], s.state) NULLS LAST, s.started_at DESC NULLS LAST,
         length(m.sprint_id) DESC, m.sprint_id DESC
     LIMIT 1),
    i.labels,
    i.components,
    (SELECT x.points FROM warehouse.estimate_intervals x
     WHERE x.tenant_id = i.tenant_id AND x.instance_id = i.instance_id AND x.issue_id = i.issue_id AND x.from_at <= at
     ORDER BY x.seq DESC LIMIT 1),
    i.created_at,
    least(i.updated_at, at),
    CASE WHEN i.first_in_progress_at <= at THEN i.first_in_progress_at END,
    -- What was done at the instant and is so still, was done at the present done_at; else the first of the last unbroken
    -- stretch of done states.
    CASE WHEN i.done_at <= at THEN i.done_at ELSE (
        SELECT min(x.from_at) FROM warehouse.status_intervals x
        WHERE x.tenant_id = i.tenant_id AND x.instance_id = i.instance_id AND x.issue_id = i.issue_id AND x.from_at <= at
          AND x.category = 'done'
          AND NOT EXISTS (
            SELECT FROM warehouse.status_intervals y
            WHERE y.tenant_id = i.tenant_id AND y.instance_id = i.instance_id AND y.issue_id = i.issue_id
              AND y.from_at <= at AND y.category <> 'done' AND y.seq > x.seq)) END,
    CASE WHEN i.deleted_at <= at THEN i.deleted_at END,
    i.has_history,
    i.custom,
    CASE WHEN i.reopened_times > 0 THEN (
        SELECT count(*)::integer FROM warehouse.issue_transitions x
        WHERE x.tenant_id = i.tenant_id AND x.instance_id = i.instance_id AND x.issue_id = i.issue_id AND x.at <= issues_as_of.at
          AND x.leaves_done) ELSE 0 END,
    -- Of what was done at the instant: what was in progress had ended.
    CASE WHEN i.done_at <= at THEN i.active_hours ELSE (
        SELECT sum(extract(epoch FROM x.to_at - x.from_at) - coalesce(b.seconds, 0)) / 3600
        FROM warehouse.status_intervals x
        LEFT JOIN LATERAL (
            SELECT sum(extract(epoch FROM least(x.to_at, b.to_at) - greatest(x.from_at, b.from_at))) AS seconds
            FROM warehouse.blocked_intervals b
            WHERE b.tenant_id = x.tenant_id AND b.instance_id = x.instance_id AND b.issue_id = x.issue_id
              AND b.from_at < x.to_at AND (b.to_at IS NULL OR b.to_at > x.from_at)
        ) b ON true
        WHERE x.tenant_id = i.tenant_id AND x.instance_id = i.instance_id AND x.issue_id = i.issue_id AND x.from_at <= at
          AND x.category = 'in_progress'
          AND 'done' = (
            SELECT y.category FROM warehouse.status_intervals y
            WHERE y.tenant_id = i.tenant_id AND y.instance_id = i.instance_id AND y.issue_id = i.issue_id AND y.from_at <= at
            ORDER BY y.seq DESC LIMIT 1)) END
FROM warehouse.issues i
WHERE i.created_at <= at
$$;

CREATE OR REPLACE FUNCTION warehouse.issue_states_as_of(at timestamptz) RETURNS SETOF warehouse.issue_states
LANGUAGE sql STABLE AS $$
SELECT
    x.tenant_id,
    x.instance_id,
    x.issue_id,
    x.from_at,
    CASE WHEN x.to_at <= at THEN x.to_at END,
    x.status,
    x.status_category,
    x.status_since,
    x.assignee_id,
    x.category_since,
    x.created_at,
    x.is_bug
FROM warehouse.issue_states x
WHERE x.from_at <= at
$$;

CREATE OR REPLACE FUNCTION warehouse.blocked_intervals_as_of(at timestamptz) RETURNS SETOF warehouse.blocked_intervals
LANGUAGE sql STABLE AS $$
SELECT x.tenant_id, x.instance_id, x.issue_id, x.from_at, CASE WHEN x.to_at <= at THEN x.to_at END
FROM warehouse.blocked_intervals x
WHERE x.from_at <= at
$$;

CREATE OR REPLACE FUNCTION warehouse.issue_transitions_as_of(at timestamptz) RETURNS SETOF warehouse.issue_transitions
LANGUAGE sql STABLE AS $$
SELECT * FROM warehouse.issue_transitions x WHERE x.at <= issue_transitions_as_of.at
$$;

CREATE OR REPLACE FUNCTION warehouse.comments_as_of(at timestamptz) RETURNS SETOF warehouse.comments
LANGUAGE sql STABLE AS $$
SELECT * FROM warehouse.comments x WHERE x.created_at <= at
$$;

-- A worklog counts from the work it tells of on; trackers tell when it was written down, imports do not keep it.
CREATE OR REPLACE FUNCTION warehouse.worklogs_as_of(at timestamptz) RETURNS SETOF warehouse.worklogs
LANGUAGE sql STABLE AS $$
SELECT * FROM warehouse.worklogs x WHERE x.started_at <= at
$$;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['sprints', 'issues', 'issue_states', 'blocked_intervals', 'issue_transitions', 'comments', 'worklogs'] LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION warehouse.%I(timestamptz) FROM PUBLIC', name || '_as_of');
        EXECUTE format('GRANT EXECUTE ON FUNCTION warehouse.%I(timestamptz) TO query_service, job_service', name || '_as_of');
    END LOOP;
END
$$;
