-- A small made-up warehouse for the compiler's tests, run once for each tenant: <tenant> is its slug, <mark> begins what its
-- people named. 240 issues from January 2026 on, twelve closed sprints of two weeks on one board, and a few odd
-- ones. Everything follows from the issue's number, so that a query written by hand can say what must come out.
INSERT INTO warehouse.tenants (tenant_id, data_version, data_as_of) VALUES ('<tenant>', 1, '2026-07-01T12:00Z');
INSERT INTO warehouse.instances (tenant_id, instance_id) VALUES ('<tenant>', 'main'), ('<tenant>', 'second');
INSERT INTO warehouse.projects VALUES
    ('<tenant>', 'main', 'p1', '<mark>' || 'PAY', '<mark>' || 'Payments'),
    ('<tenant>', 'main', 'p2', '<mark>' || 'WEB', '<mark>' || 'Web shop'),
    ('<tenant>', 'second', 'p1', '<mark>' || 'OPS', '<mark>' || 'Operations');
INSERT INTO warehouse.users VALUES
    ('<tenant>', 'main', 'u1', '<mark>' || 'Ana Novak'), ('<tenant>', 'main', 'u2', '<mark>' || 'Ben Ortiz'),
    ('<tenant>', 'second', 'u1', '<mark>' || 'Eva Lindqvist');
INSERT INTO warehouse.statuses (tenant_id, instance_id, status_id, name, category, source) VALUES
    ('<tenant>', 'main', '1', 'To Do', 'todo', 'status'), ('<tenant>', 'main', '2', 'In Progress', 'in_progress', 'status'),
    ('<tenant>', 'main', '3', 'Done', 'done', 'status');

-- Sprint n runs from 5 January plus (n - 1) fortnights; 13 is active, 14 in the future, 15 of another board, 16 without a start.
INSERT INTO warehouse.sprints (tenant_id, instance_id, sprint_id, board_id, board, name, state, planned_start, planned_end,
    activated_at, completed_at)
SELECT '<tenant>', 'main', 's' || n, 'b1', '<mark>' || 'Payments board', '<mark>' || 'Sprint ' || n,
    CASE WHEN n < 13 THEN 'closed' WHEN n = 13 THEN 'active' ELSE 'future' END,
    start, start + interval '14 days',
    CASE WHEN n < 14 THEN start + interval '1 hour' END, CASE WHEN n < 13 THEN start + interval '14 days' END
FROM generate_series(1, 14) AS n, LATERAL (SELECT timestamptz '2026-01-05T08:00Z' + (n - 1) * interval '14 days' AS start) t;
INSERT INTO warehouse.sprints (tenant_id, instance_id, sprint_id, board_id, board, name, state, planned_start, planned_end,
    activated_at, completed_at) VALUES
    ('<tenant>', 'main', 's15', 'b2', '<mark>' || 'Shop board', '<mark>' || 'Shop 1', 'closed', '2026-03-02T08:00Z', '2026-03-16T08:00Z',
        '2026-03-02T09:00Z', '2026-03-16T09:00Z'),
    ('<tenant>', 'main', 's16', NULL, NULL, '<mark>' || 'Lost', 'closed', NULL, NULL, NULL, '2026-04-20T09:00Z'),
    ('<tenant>', 'main', 's17', 'b2', '<mark>' || 'Shop board', '<mark>' || 'Undated', 'closed', NULL, NULL, NULL, NULL);

CREATE TEMP TABLE made ON COMMIT DROP AS
SELECT i, 'i' || i AS issue_id, created_at, started_at, done_1, reopened_at, done_2,
    CASE WHEN i % 13 = 0 THEN done_2 ELSE done_1 END AS done_at
FROM (
    SELECT i, created_at, started_at, done_1,
        CASE WHEN i % 13 = 0 THEN done_1 + interval '30 hours' END AS reopened_at,
        CASE WHEN i % 26 = 0 THEN done_1 + interval '50 hours' END AS done_2
    FROM (
        SELECT i, created_at, started_at,
            CASE WHEN i % 6 <> 5 THEN coalesce(started_at, created_at) + ((i % 11) * 10 + 20) * interval '1 hour' END AS done_1
        FROM (
            SELECT i, created_at, CASE WHEN i % 8 <> 7 THEN created_at + ((i % 7) * 12 + 6) * interval '1 hour' END AS started_at
            FROM generate_series(1, 240) AS i, LATERAL (SELECT timestamptz '2026-01-01T00:30Z' + i * interval '17 hours') AS c(created_at)
        ) a
    ) b
) c;
INSERT INTO warehouse.issues (tenant_id, instance_id, issue_id, issue_key, project_id, issue_type, is_subtask, is_bug, is_escaped,
    priority, status_id, status, status_category, assignee_id, reporter_id, sprint_id, labels, components, estimate, created_at,
    updated_at, first_in_progress_at, done_at, has_history)
SELECT '<tenant>', 'main', issue_id, '<mark>' || CASE WHEN i % 3 = 0 THEN 'WEB-' ELSE 'PAY-' END || i, CASE WHEN i % 3 = 0 THEN 'p2' ELSE 'p1' END,
    CASE WHEN i % 5 = 0 THEN 'Bug' WHEN i % 10 = 1 THEN 'Sub-task' ELSE 'Story' END, i % 10 = 1, i % 5 = 0, i % 20 = 0,
    (ARRAY['High', 'Low', NULL])[i % 3 + 1],
    CASE WHEN done_at IS NOT NULL THEN '3' WHEN started_at IS NOT NULL THEN '2' ELSE '1' END,
    CASE WHEN done_at IS NOT NULL THEN 'Done' WHEN started_at IS NOT NULL THEN 'In Progress' ELSE 'To Do' END,
    CASE WHEN done_at IS NOT NULL THEN 'done' WHEN started_at IS NOT NULL THEN 'in_progress' ELSE 'todo' END,
    (ARRAY['u1', 'u2', 'u1', NULL])[i % 4 + 1], 'u1', 's' || (i % 12 + 1),
    CASE i % 4 WHEN 0 THEN ARRAY['backend', 'api'] WHEN 1 THEN ARRAY['backend'] WHEN 2 THEN ARRAY['50%_off'] ELSE '{}' END,
    CASE WHEN i % 2 = 0 THEN ARRAY['core'] ELSE '{}' END,
    CASE WHEN i % 9 <> 0 THEN i % 5 + 0.5 END, created_at, created_at, started_at, done_at, i % 40 <> 7
FROM made;
-- The same ids in another instance are other issues.
INSERT INTO warehouse.issues (tenant_id, instance_id, issue_id, issue_key, project_id, issue_type, is_subtask, is_bug, is_escaped,
    priority, status_id, status, status_category, assignee_id, reporter_id, created_at, updated_at, done_at, has_history)
SELECT '<tenant>', 'second', 'i' || i, '<mark>' || 'OPS-' || i, 'p1', 'Task', false, false, false, 'Low', '3', 'Done', 'done', 'u1', 'u1',
    timestamptz '2026-02-01T10:00Z' + i * interval '1 day', '2026-03-01T00:00Z', timestamptz '2026-02-03T10:00Z' + i * interval '1 day', true
FROM generate_series(1, 10) AS i;

INSERT INTO warehouse.issue_transitions (tenant_id, instance_id, issue_id, at, seq, from_status_id, to_status_id, enters_done, leaves_done)
SELECT '<tenant>', 'main', issue_id, created_at, 0, NULL, '1', false, false FROM made
UNION ALL SELECT '<tenant>', 'main', issue_id, started_at, 1, '1', '2', false, false FROM made WHERE started_at IS NOT NULL
UNION ALL SELECT '<tenant>', 'main', issue_id, done_1, 2, '2', '3', true, false FROM made WHERE done_1 IS NOT NULL
UNION ALL SELECT '<tenant>', 'main', issue_id, reopened_at, 3, '3', '2', false, true FROM made WHERE reopened_at IS NOT NULL
UNION ALL SELECT '<tenant>', 'main', issue_id, done_2, 4, '2', '3', true, false FROM made WHERE done_2 IS NOT NULL
UNION ALL SELECT '<tenant>', 'second', 'i' || i, timestamptz '2026-02-03T10:00Z' + i * interval '1 day', 1, '1', '3', true, false
    FROM generate_series(1, 10) AS i;

INSERT INTO warehouse.status_intervals (tenant_id, instance_id, issue_id, seq, status_id, category, from_at, to_at)
SELECT '<tenant>', 'main', issue_id, row_number() OVER (PARTITION BY issue_id ORDER BY from_at) - 1, status_id, category, from_at, to_at
FROM (
    SELECT issue_id, '1' AS status_id, 'todo' AS category, created_at AS from_at, coalesce(started_at, done_1) AS to_at FROM made
    UNION ALL SELECT issue_id, '2', 'in_progress', started_at, done_1 FROM made WHERE started_at IS NOT NULL
    UNION ALL SELECT issue_id, '3', 'done', done_1, reopened_at FROM made WHERE done_1 IS NOT NULL
    UNION ALL SELECT issue_id, '2', 'in_progress', reopened_at, done_2 FROM made WHERE reopened_at IS NOT NULL
    UNION ALL SELECT issue_id, '3', 'done', done_2, NULL FROM made WHERE done_2 IS NOT NULL
) x;
-- The assignee of an issue changed in the middle of each stretch: nobody before, the present one after.
INSERT INTO warehouse.issue_states (tenant_id, instance_id, issue_id, from_at, to_at, status, status_category, status_since, assignee_id,
    category_since, created_at, is_bug)
SELECT '<tenant>', 'main', v.issue_id, x.from_at, x.to_at, s.name, v.category, v.from_at, CASE WHEN x.later THEN i.assignee_id END,
    v.from_at, i.created_at, i.is_bug
FROM warehouse.status_intervals v
JOIN warehouse.statuses s ON s.tenant_id = '<tenant>' AND s.instance_id = v.instance_id AND s.status_id = v.status_id
JOIN warehouse.issues i ON i.tenant_id = '<tenant>' AND i.instance_id = v.instance_id AND i.issue_id = v.issue_id
CROSS JOIN LATERAL (VALUES
    (v.from_at, least(v.from_at + interval '5 hours', v.to_at), false),
    (v.from_at + interval '5 hours', v.to_at, true)) AS x(from_at, to_at, later)
WHERE v.tenant_id = '<tenant>' AND (x.to_at IS NULL OR x.from_at < x.to_at);

-- What the states say, as one history of the assignee.
INSERT INTO warehouse.assignee_intervals (tenant_id, instance_id, issue_id, seq, assignee_id, from_at, to_at)
SELECT '<tenant>', 'main', issue_id, row_number() OVER (PARTITION BY issue_id ORDER BY from_at) - 1, assignee_id, from_at, to_at
FROM warehouse.issue_states WHERE tenant_id = '<tenant>';

INSERT INTO warehouse.estimate_intervals (tenant_id, instance_id, issue_id, seq, points, from_at, to_at)
SELECT '<tenant>', 'main', issue_id, 0, CASE WHEN i % 9 <> 0 THEN i % 5 + 1.5 END, created_at, created_at + interval '6 days' FROM made
UNION ALL SELECT '<tenant>', 'main', issue_id, 1, CASE WHEN i % 9 <> 0 THEN i % 5 + 0.5 END, created_at + interval '6 days', NULL FROM made;

INSERT INTO warehouse.blocked_intervals (tenant_id, instance_id, issue_id, from_at, to_at)
SELECT '<tenant>', 'main', issue_id, started_at + interval '3 hours', started_at + interval '3 hours' + (i % 5 + 1) * interval '7 hours 30 minutes'
FROM made WHERE started_at IS NOT NULL AND i % 4 = 0
UNION ALL SELECT '<tenant>', 'main', issue_id, started_at + interval '60 days', NULL FROM made WHERE i % 60 = 20;

-- Each issue joins the sprint that runs four days after its creation; every eleventh leaves it again after five days.
INSERT INTO warehouse.sprint_issues (tenant_id, instance_id, sprint_id, issue_id, seq, added_at, removed_at)
SELECT '<tenant>', 'main', s.sprint_id, m.issue_id, 0,
    CASE WHEN i % 7 = 3 THEN s.started_at + interval '2 days' ELSE m.created_at END,
    CASE WHEN i % 11 = 4 THEN s.started_at + interval '5 days' END
FROM made m
JOIN warehouse.sprints s ON s.tenant_id = '<tenant>' AND s.board_id = 'b1'
    AND m.created_at + interval '4 days' >= s.planned_start AND m.created_at + interval '4 days' < s.planned_end
WHERE s.started_at IS NOT NULL AND m.created_at < s.started_at + interval '1 day';
INSERT INTO warehouse.sprint_issues (tenant_id, instance_id, sprint_id, issue_id, seq, added_at, removed_at)
SELECT '<tenant>', 'main', 's15', issue_id, 0, created_at, NULL FROM made WHERE i BETWEEN 70 AND 76;
-- What an import derives: every thirteenth issue left done once; time in progress counts where it was not blocked.
UPDATE warehouse.issues i SET
    reopened_times = CASE WHEN m.i % 13 = 0 AND m.done_1 IS NOT NULL THEN 1 ELSE 0 END,
    active_hours = CASE WHEN i.done_at IS NOT NULL AND m.started_at IS NOT NULL THEN (
        SELECT coalesce(sum(extract(epoch FROM upper(stretch) - lower(stretch))), 0)::double precision / 3600
        FROM unnest(
            tstzmultirange(tstzrange(m.started_at, m.done_1), CASE WHEN m.reopened_at IS NULL THEN 'empty' ELSE tstzrange(m.reopened_at, m.done_2) END)
            - coalesce((SELECT range_agg(tstzrange(b.from_at, b.to_at)) FROM warehouse.blocked_intervals b
                WHERE b.tenant_id = i.tenant_id AND b.instance_id = i.instance_id AND b.issue_id = i.issue_id), '{}')) AS stretch) END
FROM made m
WHERE i.tenant_id = '<tenant>' AND i.instance_id = 'main' AND i.issue_id = m.issue_id;
DROP TABLE made;
-- What an import keeps of the sprints' sets.
INSERT INTO warehouse.sprint_facts SELECT * FROM warehouse.sprint_scope_until('infinity') WHERE tenant_id = '<tenant>';
INSERT INTO warehouse.sprint_sums SELECT * FROM warehouse.sprint_sums_of_facts WHERE tenant_id = '<tenant>';
