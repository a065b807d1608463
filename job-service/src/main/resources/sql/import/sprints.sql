-- A sprint object of its own before what issues say, then the newest: one that says from when it is by that time, others by
-- their arrival. What they were before tells whose sets are derived again.
CREATE TEMPORARY TABLE sprint_before ON COMMIT DROP AS
SELECT sprint_id, board_id, state, started_at, ended_at FROM warehouse.sprints
WHERE tenant_id = :tenant AND instance_id = :instance
  AND sprint_id IN (SELECT sprint_id FROM pg_temp.s_sprint UNION ALL SELECT record_id FROM pg_temp.s_removal WHERE kind = 'sprint');
INSERT INTO jobs.tombstones AS t (tenant_id, instance_id, kind, record_id, deleted_at)
SELECT :tenant, :instance, kind, record_id, max(at) FROM pg_temp.s_removal WHERE kind = 'sprint' GROUP BY kind, record_id
ON CONFLICT (tenant_id, instance_id, kind, record_id) DO UPDATE SET deleted_at = excluded.deleted_at
WHERE t.deleted_at < excluded.deleted_at;
-- One that was deleted while open is put back for as long as the newest state is looked for, if there may be a newer one.
DELETE FROM pg_temp.s_sprint x
USING jobs.tombstones t
CROSS JOIN LATERAL jsonb_populate_record(NULL::warehouse.sprints, t.record) r
WHERE t.tenant_id = :tenant AND t.instance_id = :instance AND t.kind = 'sprint' AND t.record_id = x.sprint_id
  AND t.record IS NOT NULL AND (x.seen_at <= r.seen_at OR (x.source, r.source) = ('issue', 'sprint'));
INSERT INTO warehouse.sprints (tenant_id, instance_id, sprint_id, board_id, board, name, goal, state,
    planned_start, planned_end, activated_at, completed_at, source, seen_at)
SELECT :tenant, :instance, r.sprint_id, r.board_id, r.board, r.name, r.goal, r.state,
    r.planned_start, r.planned_end, r.activated_at, r.completed_at, r.source, r.seen_at
FROM jobs.tombstones t
CROSS JOIN LATERAL jsonb_populate_record(NULL::warehouse.sprints, t.record) r
WHERE t.tenant_id = :tenant AND t.instance_id = :instance AND t.kind = 'sprint' AND t.record IS NOT NULL
  AND t.record_id IN (SELECT sprint_id FROM pg_temp.s_sprint)
ON CONFLICT DO NOTHING;
CREATE TEMPORARY TABLE changed_sprint (sprint_id text PRIMARY KEY) ON COMMIT DROP;
WITH news AS (
    INSERT INTO warehouse.sprints AS t (tenant_id, instance_id, sprint_id, board_id, board, name, goal, state,
        planned_start, planned_end, activated_at, completed_at, source, seen_at)
    SELECT DISTINCT ON (sprint_id) :tenant, :instance, sprint_id, board_id, board, name, goal, state,
        planned_start, planned_end, activated_at, completed_at, source, seen_at
    FROM pg_temp.s_sprint
    ORDER BY sprint_id, source DESC, seen_at DESC, CASE WHEN source = 'sprint' AND seen_at = '-infinity' THEN ordinal END DESC,
        array_position(ARRAY['closed', 'active', 'future'], state), name DESC, coalesce(completed_at, '-infinity') DESC,
        coalesce(planned_start, '-infinity') DESC, coalesce(planned_end, '-infinity') DESC
    ON CONFLICT (tenant_id, instance_id, sprint_id) DO UPDATE SET
        board_id = excluded.board_id, board = excluded.board, name = excluded.name, goal = excluded.goal,
        state = excluded.state, planned_start = excluded.planned_start, planned_end = excluded.planned_end,
        activated_at = excluded.activated_at, completed_at = excluded.completed_at, source = excluded.source,
        seen_at = CASE WHEN t.source = excluded.source THEN greatest(t.seen_at, excluded.seen_at) ELSE excluded.seen_at END
    WHERE CASE
        WHEN t.source <> excluded.source THEN excluded.source = 'sprint'
        WHEN excluded.seen_at = '-infinity' THEN true
        ELSE (excluded.seen_at, array_position(ARRAY['future', 'active', 'closed'], excluded.state), excluded.name,
                coalesce(excluded.completed_at, '-infinity'), coalesce(excluded.planned_start, '-infinity'),
                coalesce(excluded.planned_end, '-infinity'))
            >= (t.seen_at, array_position(ARRAY['future', 'active', 'closed'], t.state), t.name,
                coalesce(t.completed_at, '-infinity'), coalesce(t.planned_start, '-infinity'), coalesce(t.planned_end, '-infinity'))
        END
      AND (t.board_id, t.board, t.name, t.goal, t.state, t.planned_start, t.planned_end, t.activated_at, t.completed_at,
            t.source, t.seen_at)
        IS DISTINCT FROM (excluded.board_id, excluded.board, excluded.name, excluded.goal, excluded.state,
            excluded.planned_start, excluded.planned_end, excluded.activated_at, excluded.completed_at, excluded.source,
            greatest(t.seen_at, excluded.seen_at))
    RETURNING t.sprint_id
)
INSERT INTO pg_temp.changed_sprint SELECT sprint_id FROM news;
-- A deleted sprint that had been closed stays: history keeps it. One that was open is kept with its tombstone alone.
CREATE TEMPORARY TABLE gone_sprint ON COMMIT DROP AS
SELECT s.*
FROM warehouse.sprints s
JOIN jobs.tombstones t
    ON t.tenant_id = :tenant AND t.instance_id = :instance AND t.kind = 'sprint' AND t.record_id = s.sprint_id
WHERE s.tenant_id = :tenant AND s.instance_id = :instance AND s.state <> 'closed'
  AND s.sprint_id IN (SELECT sprint_id FROM pg_temp.s_sprint UNION ALL SELECT record_id FROM pg_temp.s_removal WHERE kind = 'sprint');
UPDATE jobs.tombstones t SET record = to_jsonb(g)
FROM pg_temp.gone_sprint g
WHERE t.tenant_id = :tenant AND t.instance_id = :instance AND t.kind = 'sprint' AND t.record_id = g.sprint_id;
DELETE FROM warehouse.sprints s USING pg_temp.gone_sprint g
WHERE s.tenant_id = :tenant AND s.instance_id = :instance AND s.sprint_id = g.sprint_id;
INSERT INTO pg_temp.changed_sprint SELECT sprint_id FROM pg_temp.gone_sprint ON CONFLICT DO NOTHING;
