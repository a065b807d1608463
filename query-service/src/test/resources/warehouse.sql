-- Two small tenants with the same ids and different rows. Every text of umbrella that a person could see holds the word
-- CANARY, so that a row of it in an answer for acme shows.
INSERT INTO warehouse.tenants VALUES ('acme', 7, '2026-03-01T10:00:00Z'), ('umbrella', 3, '2026-03-02T11:00:00Z');
INSERT INTO warehouse.instances (tenant_id, instance_id) VALUES ('acme', 'main'), ('umbrella', 'main');
INSERT INTO warehouse.projects VALUES
    ('acme', 'main', '1', 'PAY', 'Payments'), ('acme', 'main', '2', 'WEB', 'Web shop'),
    ('umbrella', 'main', '1', 'CANARY', 'CANARY project');
INSERT INTO warehouse.users VALUES
    ('acme', 'main', 'u1', 'Ana Novak'), ('acme', 'main', 'u2', 'Ben Ortiz'), ('acme', 'main', 'u3', 'Never Named'),
    ('umbrella', 'main', 'u1', 'CANARY person');
INSERT INTO warehouse.statuses (tenant_id, instance_id, status_id, name, category, source) VALUES
    ('acme', 'main', '1', 'To Do', 'todo', 'status'), ('acme', 'main', '2', 'In Progress', 'in_progress', 'status'),
    ('acme', 'main', '3', 'Done', 'done', 'status'), ('umbrella', 'main', '3', 'CANARY done', 'done', 'status');
INSERT INTO warehouse.sprints (tenant_id, instance_id, sprint_id, board_id, board, name, state, activated_at, completed_at) VALUES
    ('acme', 'main', 's1', 'b1', 'Payments board', 'Sprint 1', 'closed', '2026-01-05T09:00:00Z', '2026-01-19T09:00:00Z'),
    ('acme', 'main', 's2', 'b1', 'Payments board', 'Sprint 2', 'active', '2026-01-19T10:00:00Z', NULL),
    ('umbrella', 'main', 's1', 'b1', 'CANARY board', 'CANARY sprint', 'closed', '2026-01-05T09:00:00Z', '2026-01-19T09:00:00Z');
INSERT INTO warehouse.issues (tenant_id, instance_id, issue_id, issue_key, project_id, summary, issue_type, is_subtask, is_bug,
    is_escaped, priority, status_id, status, status_category, assignee_id, reporter_id, sprint_id, labels, components,
    estimate, created_at, updated_at, first_in_progress_at, done_at, has_history) VALUES
    ('acme', 'main', 'i1', 'PAY-1', '1', 'First', 'Story', false, false, false, 'High', '3', 'Done', 'done', 'u1', 'u2', 's1',
     '{checkout,backend}', '{api}', 5, '2026-01-02T10:00:00Z', '2026-01-10T10:00:00Z', '2026-01-06T10:00:00Z', '2026-01-10T10:00:00Z', true),
    ('acme', 'main', 'i2', 'PAY-2', '1', 'Second', 'Bug', false, true, false, 'Low', '3', 'Done', 'done', 'u2', 'u2', 's1',
     '{checkout}', '{}', 3, '2026-01-03T10:00:00Z', '2026-01-15T22:00:00Z', '2026-01-07T10:00:00Z', '2026-01-15T22:00:00Z', true),
    ('acme', 'main', 'i3', 'PAY-3', '1', 'Third', 'Story', false, false, false, NULL, '2', 'In Progress', 'in_progress', 'u2', 'u1', 's2',
     '{}', '{}', 8, '2026-02-01T10:00:00Z', '2026-02-02T10:00:00Z', '2026-02-02T10:00:00Z', NULL, true),
    ('acme', 'main', 'i4', 'WEB-1', '2', 'Fourth', 'Bug', false, true, false, 'High', '1', 'To Do', 'todo', NULL, 'u1', NULL,
     '{}', '{}', NULL, '2026-02-10T10:00:00Z', '2026-02-10T10:00:00Z', NULL, NULL, true),
    ('umbrella', 'main', 'i1', 'CANARY-1', '1', 'CANARY summary', 'CANARY type', false, false, false, 'CANARY priority', '3', 'CANARY done',
     'done', 'u1', 'u1', 's1', '{CANARY-label}', '{CANARY-component}', 100, '2026-01-02T10:00:00Z', '2026-01-10T10:00:00Z',
     '2026-01-06T10:00:00Z', '2026-01-10T10:00:00Z', true);
INSERT INTO warehouse.issue_transitions VALUES
    ('acme', 'main', 'i1', '2026-01-02T10:00:00Z', 0, NULL, '1', false, false),
    ('acme', 'main', 'i1', '2026-01-06T10:00:00Z', 1, '1', '2', false, false),
    ('acme', 'main', 'i1', '2026-01-10T10:00:00Z', 2, '2', '3', true, false),
    ('acme', 'main', 'i2', '2026-01-03T10:00:00Z', 0, NULL, '1', false, false),
    ('acme', 'main', 'i2', '2026-01-07T10:00:00Z', 1, '1', '2', false, false),
    ('acme', 'main', 'i2', '2026-01-15T22:00:00Z', 2, '2', '3', true, false),
    ('acme', 'main', 'i3', '2026-02-01T10:00:00Z', 0, NULL, '1', false, false),
    ('acme', 'main', 'i3', '2026-02-02T10:00:00Z', 1, '1', '2', false, false),
    ('acme', 'main', 'i4', '2026-02-10T10:00:00Z', 0, NULL, '1', false, false),
    ('umbrella', 'main', 'i1', '2026-01-10T10:00:00Z', 0, NULL, '3', true, false);
INSERT INTO warehouse.status_intervals VALUES
    ('acme', 'main', 'i1', 0, '1', 'todo', '2026-01-02T10:00:00Z', '2026-01-06T10:00:00Z'),
    ('acme', 'main', 'i1', 1, '2', 'in_progress', '2026-01-06T10:00:00Z', '2026-01-10T10:00:00Z'),
    ('acme', 'main', 'i1', 2, '3', 'done', '2026-01-10T10:00:00Z', NULL),
    ('acme', 'main', 'i2', 0, '1', 'todo', '2026-01-03T10:00:00Z', '2026-01-07T10:00:00Z'),
    ('acme', 'main', 'i2', 1, '2', 'in_progress', '2026-01-07T10:00:00Z', '2026-01-15T22:00:00Z'),
    ('acme', 'main', 'i2', 2, '3', 'done', '2026-01-15T22:00:00Z', NULL),
    ('acme', 'main', 'i3', 0, '1', 'todo', '2026-02-01T10:00:00Z', '2026-02-02T10:00:00Z'),
    ('acme', 'main', 'i3', 1, '2', 'in_progress', '2026-02-02T10:00:00Z', NULL),
    ('acme', 'main', 'i4', 0, '1', 'todo', '2026-02-10T10:00:00Z', NULL),
    ('umbrella', 'main', 'i1', 0, '1', 'todo', '2026-01-02T10:00:00Z', '2026-01-10T10:00:00Z'),
    ('umbrella', 'main', 'i1', 1, '3', 'done', '2026-01-10T10:00:00Z', NULL);
INSERT INTO warehouse.estimate_intervals VALUES
    ('acme', 'main', 'i1', 0, 5, '2026-01-02T10:00:00Z', NULL),
    ('acme', 'main', 'i2', 0, 3, '2026-01-03T10:00:00Z', NULL),
    ('acme', 'main', 'i3', 0, 8, '2026-02-01T10:00:00Z', NULL),
    ('umbrella', 'main', 'i1', 0, 100, '2026-01-02T10:00:00Z', NULL);
INSERT INTO warehouse.sprint_issues VALUES
    ('acme', 'main', 's1', 'i1', 0, '2026-01-04T10:00:00Z', NULL),
    ('acme', 'main', 's1', 'i2', 0, '2026-01-04T10:00:00Z', NULL),
    ('acme', 'main', 's2', 'i3', 0, '2026-02-01T10:00:00Z', NULL),
    ('umbrella', 'main', 's1', 'i1', 0, '2026-01-04T10:00:00Z', NULL);
INSERT INTO warehouse.issue_states (tenant_id, instance_id, issue_id, from_at, to_at, status, status_category, status_since,
    assignee_id, category_since, created_at, is_bug) VALUES
    ('acme', 'main', 'i1', '2026-01-06T10:00:00Z', '2026-01-10T10:00:00Z', 'In Progress', 'in_progress', '2026-01-06T10:00:00Z', 'u1', '2026-01-06T10:00:00Z', '2026-01-02T10:00:00Z', false),
    ('acme', 'main', 'i2', '2026-01-07T10:00:00Z', '2026-01-15T22:00:00Z', 'In Progress', 'in_progress', '2026-01-07T10:00:00Z', 'u2', '2026-01-07T10:00:00Z', '2026-01-03T10:00:00Z', true),
    ('acme', 'main', 'i3', '2026-02-02T10:00:00Z', NULL, 'In Progress', 'in_progress', '2026-02-02T10:00:00Z', 'u2', '2026-02-02T10:00:00Z', '2026-02-01T10:00:00Z', false),
    ('acme', 'main', 'i4', '2026-02-10T10:00:00Z', NULL, 'To Do', 'todo', '2026-02-10T10:00:00Z', NULL, '2026-02-10T10:00:00Z', '2026-02-10T10:00:00Z', true);
INSERT INTO warehouse.sprint_facts SELECT * FROM warehouse.sprint_scope_until('infinity');
INSERT INTO warehouse.sprint_sums SELECT * FROM warehouse.sprint_sums_of_facts;
