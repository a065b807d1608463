-- A sprint object of its own before what issues say, then the newest. What they were before tells whose sets are derived again.
CREATE TEMPORARY TABLE sprint_before ON COMMIT DROP AS
SELECT sprint_id, board_id, state, started_at, ended_at FROM warehouse.sprints
WHERE tenant_id = :tenant AND instance_id = :instance AND sprint_id IN (SELECT sprint_id FROM pg_temp.s_sprint);
CREATE TEMPORARY TABLE changed_sprint (sprint_id text PRIMARY KEY) ON COMMIT DROP;
WITH news AS (
    INSERT INTO warehouse.sprints AS t (tenant_id, instance_id, sprint_id, board_id, board, name, goal, state,
        planned_start, planned_end, activated_at, completed_at, source, seen_at)
    SELECT DISTINCT ON (sprint_id) :tenant, :instance, sprint_id, board_id, board, name, goal, state,
        planned_start, planned_end, activated_at, completed_at, source, seen_at
    FROM pg_temp.s_sprint
    ORDER BY sprint_id, source DESC, seen_at DESC, CASE source WHEN 'sprint' THEN ordinal END DESC,
        array_position(ARRAY['closed', 'active', 'future'], state), name DESC, completed_at DESC, planned_start DESC
    ON CONFLICT (tenant_id, instance_id, sprint_id) DO UPDATE SET
        board_id = excluded.board_id, board = excluded.board, name = excluded.name, goal = excluded.goal,
        state = excluded.state, planned_start = excluded.planned_start, planned_end = excluded.planned_end,
        activated_at = excluded.activated_at, completed_at = excluded.completed_at, source = excluded.source,
        seen_at = excluded.seen_at
    WHERE (excluded.source = 'sprint' OR (t.source = 'issue' AND excluded.seen_at >= t.seen_at))
      AND (t.board_id, t.board, t.name, t.goal, t.state, t.planned_start, t.planned_end, t.activated_at, t.completed_at,
            t.source, t.seen_at)
        IS DISTINCT FROM (excluded.board_id, excluded.board, excluded.name, excluded.goal, excluded.state,
            excluded.planned_start, excluded.planned_end, excluded.activated_at, excluded.completed_at, excluded.source,
            excluded.seen_at)
    RETURNING t.sprint_id
)
INSERT INTO pg_temp.changed_sprint SELECT sprint_id FROM news;
