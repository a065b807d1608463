-- Derives the kept rows of sprint_scope again for every issue that may have others now. Sprints whose place among those of
-- their board changed; before and after, they end at null where they have no sets.
CREATE TEMPORARY TABLE moved_sprint ON COMMIT DROP AS
SELECT c.sprint_id, b.board_id AS board_before, s.board_id, b.started_at AS started_before, s.started_at,
    CASE WHEN b.state = 'closed' AND b.started_at < b.ended_at THEN b.ended_at END AS ended_before,
    CASE WHEN s.state = 'closed' AND s.started_at < s.ended_at THEN s.ended_at END AS ended_at
FROM pg_temp.changed_sprint c
LEFT JOIN warehouse.sprints s ON s.tenant_id = :tenant AND s.instance_id = :instance AND s.sprint_id = c.sprint_id
LEFT JOIN pg_temp.sprint_before b ON b.sprint_id = s.sprint_id
WHERE (b.board_id, b.state, b.started_at, b.ended_at) IS DISTINCT FROM (s.board_id, s.state, s.started_at, s.ended_at);
ANALYZE pg_temp.moved_sprint;
-- All rows of an issue are derived together: those of touched issues,
CREATE TEMPORARY TABLE fact_issue (issue_id text PRIMARY KEY) ON COMMIT DROP;
INSERT INTO pg_temp.fact_issue SELECT issue_id FROM pg_temp.t_issue;
-- of those that were ever in such a sprint,
INSERT INTO pg_temp.fact_issue
SELECT DISTINCT m.issue_id
FROM pg_temp.moved_sprint x
JOIN warehouse.sprint_issues m ON m.tenant_id = :tenant AND m.instance_id = :instance AND m.sprint_id = x.sprint_id
WHERE EXISTS (SELECT FROM pg_temp.moved_sprint)
ON CONFLICT DO NOTHING;
-- of those that a later sprint of the board left unfinished: how many in a row did depends on the sprints between,
INSERT INTO pg_temp.fact_issue
SELECT DISTINCT f.issue_id
FROM pg_temp.moved_sprint x
JOIN warehouse.sprints s ON s.tenant_id = :tenant AND s.instance_id = :instance AND s.board_id IN (x.board_before, x.board_id)
    AND (s.ended_at, s.sprint_id) > (least(x.ended_before, x.ended_at), x.sprint_id)
JOIN warehouse.sprint_facts f ON f.tenant_id = :tenant AND f.instance_id = :instance AND f.sprint_id = s.sprint_id
WHERE f.open_at_end AND EXISTS (SELECT FROM pg_temp.moved_sprint)
ON CONFLICT DO NOTHING;
-- and of those that were taken out shortly before an end and are in a sprint of the board that starts no earlier than this
-- one: whether that is the next one depends on this one.
INSERT INTO pg_temp.fact_issue
SELECT DISTINCT f.issue_id
FROM pg_temp.moved_sprint x
JOIN warehouse.sprints s ON s.tenant_id = :tenant AND s.instance_id = :instance AND s.board_id IN (x.board_before, x.board_id)
JOIN warehouse.sprint_facts f ON f.tenant_id = :tenant AND f.instance_id = :instance AND f.sprint_id = s.sprint_id
CROSS JOIN LATERAL (SELECT greatest(f.started_at, f.ended_at - interval '120 seconds') - interval '24 hours' AS from_at) late
WHERE EXISTS (SELECT FROM pg_temp.moved_sprint) AND f.removed AND f.removed_at >= late.from_at AND greatest(x.started_before, x.started_at) >= late.from_at
  AND EXISTS (
    SELECT
    FROM warehouse.sprint_issues m
    JOIN warehouse.sprints n ON n.tenant_id = :tenant AND n.instance_id = :instance AND n.sprint_id = m.sprint_id
    WHERE m.tenant_id = :tenant AND m.instance_id = :instance AND m.issue_id = f.issue_id
      AND n.board_id = s.board_id AND n.sprint_id <> s.sprint_id AND n.started_at >= least(x.started_before, x.started_at))
ON CONFLICT DO NOTHING;
ANALYZE pg_temp.fact_issue;
-- Sums are made again of the sprints that lose or get rows.
CREATE TEMPORARY TABLE fact_sprint (sprint_id text PRIMARY KEY) ON COMMIT DROP;
INSERT INTO pg_temp.fact_sprint
SELECT DISTINCT f.sprint_id
FROM pg_temp.fact_issue t
JOIN warehouse.sprint_facts f ON f.tenant_id = :tenant AND f.instance_id = :instance AND f.issue_id = t.issue_id
WHERE EXISTS (SELECT FROM pg_temp.fact_issue);
DELETE FROM warehouse.sprint_facts f USING pg_temp.fact_issue t
WHERE f.tenant_id = :tenant AND f.instance_id = :instance AND f.issue_id = t.issue_id
  AND EXISTS (SELECT FROM pg_temp.fact_issue);
INSERT INTO warehouse.sprint_facts
SELECT *
FROM warehouse.sprint_scope_until('infinity') x
WHERE x.tenant_id = :tenant AND x.instance_id = :instance AND x.issue_id IN (SELECT issue_id FROM pg_temp.fact_issue)
  AND EXISTS (SELECT FROM pg_temp.fact_issue);
INSERT INTO pg_temp.fact_sprint
SELECT DISTINCT f.sprint_id
FROM pg_temp.fact_issue t
JOIN warehouse.sprint_facts f ON f.tenant_id = :tenant AND f.instance_id = :instance AND f.issue_id = t.issue_id
WHERE EXISTS (SELECT FROM pg_temp.fact_issue)
ON CONFLICT DO NOTHING;
ANALYZE pg_temp.fact_sprint;
DELETE FROM warehouse.sprint_sums s USING pg_temp.fact_sprint t
WHERE s.tenant_id = :tenant AND s.instance_id = :instance AND s.sprint_id = t.sprint_id
  AND EXISTS (SELECT FROM pg_temp.fact_sprint);
INSERT INTO warehouse.sprint_sums
SELECT *
FROM warehouse.sprint_sums_of_facts x
WHERE x.tenant_id = :tenant AND x.instance_id = :instance AND x.sprint_id IN (SELECT sprint_id FROM pg_temp.fact_sprint)
  AND EXISTS (SELECT FROM pg_temp.fact_sprint);
