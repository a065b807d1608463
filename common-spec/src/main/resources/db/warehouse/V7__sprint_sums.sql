-- What per-sprint metrics sum up, kept for each sprint and project of its issues (R__sprint_scope.sql has the definition): so
-- a question over thousands of sprints reads a row for each and not every issue.
CREATE TABLE warehouse.sprint_sums (
    tenant_id        text NOT NULL,
    instance_id      text NOT NULL,
    sprint_id        text NOT NULL,
    project_id       text NOT NULL,
    ended_at         timestamptz NOT NULL, -- S1
    issues           integer NOT NULL,
    committed        integer NOT NULL,
    added            integer NOT NULL,
    taken            integer NOT NULL,
    kept             integer NOT NULL,
    carried_in       integer NOT NULL,
    reopened         integer NOT NULL,
    bugs_added       integer NOT NULL,
    planned_points   numeric, -- null in all sums: there is nothing to add
    completed_points numeric,
    spilled_points   numeric,
    left_points      numeric,
    added_points     numeric,
    removed_points   numeric,
    total_blocked_hours numeric,
    PRIMARY KEY (tenant_id, instance_id, sprint_id, project_id),
    FOREIGN KEY (tenant_id, instance_id) REFERENCES warehouse.instances ON DELETE CASCADE
);
