-- What is read of sprints and their issues: the rows of sprint_scope from the table that imports keep.
CREATE OR REPLACE VIEW warehouse.sprint_sets WITH (security_invoker = true) AS
SELECT
    f.tenant_id,
    f.instance_id,
    f.sprint_id,
    f.issue_id,
    f.project_id,
    f.is_bug,
    f.started_at,
    f.ended_at,
    f.committed,
    f.added,
    f.removed,
    f.final,
    f.completed,
    f.open_at_end,
    f.joined_at,
    f.removed_at,
    f.points_start,
    f.points_joined,
    f.points_removed,
    f.points_end,
    f.reopened,
    -- Counts up to the present as long as the sprint's end lies ahead; the subquery is planned only where the hours are read.
    CASE WHEN f.ended_at > now() THEN (
        SELECT d.blocked_hours
        FROM warehouse.sprint_scope d
        WHERE d.tenant_id = f.tenant_id AND d.instance_id = f.instance_id AND d.sprint_id = f.sprint_id
          AND d.issue_id = f.issue_id)
    ELSE f.blocked_hours END AS blocked_hours,
    f.partial,
    f.carried_in,
    f.spill_depth,
    f.pulled_out
FROM warehouse.sprint_facts f;
REVOKE ALL ON warehouse.sprint_sets FROM PUBLIC;
GRANT SELECT ON warehouse.sprint_sets TO query_service, job_service;

-- The view at an instant (R__as_of.sql): the sprints that were closed then. What makes a sprint's sets lies before its end,
-- so they are the same as now; only where what was pulled out went to (pulled_out) is known later, and read of then.
CREATE OR REPLACE FUNCTION warehouse.sprint_sets_as_of(at timestamptz) RETURNS SETOF warehouse.sprint_sets
LANGUAGE sql STABLE AS $$
SELECT
    x.tenant_id,
    x.instance_id,
    x.sprint_id,
    x.issue_id,
    x.project_id,
    x.is_bug,
    x.started_at,
    x.ended_at,
    x.committed,
    x.added,
    x.removed,
    x.final,
    x.completed,
    x.open_at_end,
    x.joined_at,
    x.removed_at,
    x.points_start,
    x.points_joined,
    x.points_removed,
    x.points_end,
    x.reopened,
    x.blocked_hours,
    x.partial,
    x.carried_in,
    x.spill_depth,
    CASE WHEN x.removed AND x.removed_at >= greatest(x.started_at, x.ended_at - interval '120 seconds') - interval '24 hours' THEN EXISTS (
        SELECT
        FROM warehouse.sprints s
        JOIN warehouse.sprint_issues si
            ON si.tenant_id = s.tenant_id AND si.instance_id = s.instance_id AND si.issue_id = x.issue_id
        JOIN warehouse.sprints_as_of(at) n
            ON n.tenant_id = si.tenant_id AND n.instance_id = si.instance_id AND n.sprint_id = si.sprint_id
        WHERE s.tenant_id = x.tenant_id AND s.instance_id = x.instance_id AND s.sprint_id = x.sprint_id
          AND si.added_at <= least(s.ended_at + interval '48 hours', at)
          AND coalesce(si.removed_at > greatest(x.removed_at, si.added_at), true)
          AND n.board_id = s.board_id AND n.sprint_id <> s.sprint_id
          AND n.started_at >= greatest(s.started_at, s.ended_at - interval '120 seconds') - interval '24 hours'
          AND (n.started_at <= s.ended_at + interval '48 hours' OR NOT EXISTS (
            SELECT
            FROM warehouse.sprints_as_of(at) e
            WHERE e.tenant_id = s.tenant_id AND e.instance_id = s.instance_id AND e.board_id = s.board_id
              AND e.sprint_id <> s.sprint_id
              AND e.started_at >= greatest(s.started_at, s.ended_at - interval '120 seconds') - interval '24 hours'
              AND (e.started_at, e.sprint_id) < (n.started_at, n.sprint_id)))
    ) AND NOT EXISTS (
        SELECT
        FROM warehouse.status_intervals d
        WHERE d.tenant_id = x.tenant_id AND d.instance_id = x.instance_id AND d.issue_id = x.issue_id
          AND d.category = 'done' AND d.from_at < x.ended_at AND (d.to_at IS NULL OR d.to_at >= x.ended_at)
    ) ELSE false END
FROM warehouse.sprint_sets x
WHERE x.ended_at <= at
$$;
REVOKE ALL ON FUNCTION warehouse.sprint_sets_as_of(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION warehouse.sprint_sets_as_of(timestamptz) TO query_service, job_service;

-- What is read of the sprints' sums, likewise.
CREATE OR REPLACE VIEW warehouse.sprint_totals WITH (security_invoker = true) AS
SELECT
    s.tenant_id,
    s.instance_id,
    s.sprint_id,
    s.project_id,
    s.ended_at,
    s.issues,
    s.committed,
    s.added,
    s.taken,
    s.kept,
    s.carried_in,
    s.reopened,
    s.bugs_added,
    s.planned_points,
    s.completed_points,
    s.spilled_points,
    s.left_points,
    s.added_points,
    s.removed_points,
    CASE WHEN s.ended_at > now() THEN (
        SELECT sum(f.blocked_hours)
        FROM warehouse.sprint_sets f
        WHERE f.tenant_id = s.tenant_id AND f.instance_id = s.instance_id AND f.sprint_id = s.sprint_id
          AND f.project_id = s.project_id)
    ELSE s.total_blocked_hours END AS total_blocked_hours
FROM warehouse.sprint_sums s;
REVOKE ALL ON warehouse.sprint_totals FROM PUBLIC;
GRANT SELECT ON warehouse.sprint_totals TO query_service, job_service;
