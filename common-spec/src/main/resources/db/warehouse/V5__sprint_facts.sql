-- The rows of sprint_scope, kept: derived in the transaction of the import that changes them (R__sprint_scope.sql has the
-- definition and fills the table for data that is there already). Each is exact for as long as the data stays the same;
-- blocked_hours counts open blocked time to the sprint's end, which is read through sprint_sets while that lies ahead.
DROP FUNCTION IF EXISTS warehouse.sprint_scope_as_of;
DROP VIEW IF EXISTS warehouse.sprint_scope;
CREATE TABLE warehouse.sprint_facts (
    tenant_id      text NOT NULL,
    instance_id    text NOT NULL,
    sprint_id      text NOT NULL,
    issue_id       text NOT NULL,
    project_id     text NOT NULL,
    is_bug         boolean NOT NULL,
    started_at     timestamptz NOT NULL, -- S0
    ended_at       timestamptz NOT NULL, -- S1
    committed      boolean NOT NULL,
    added          boolean NOT NULL,
    removed        boolean NOT NULL,
    final          boolean NOT NULL,
    completed      boolean NOT NULL,
    open_at_end    boolean NOT NULL,
    joined_at      timestamptz, -- the last joining up to the close; null: it came later
    removed_at     timestamptz, -- of what was removed
    points_start   numeric,     -- null in all four: not estimated then
    points_joined  numeric,
    points_removed numeric,
    points_end     numeric,
    reopened       boolean NOT NULL,
    blocked_hours  numeric NOT NULL,
    partial        boolean NOT NULL,
    carried_in     boolean NOT NULL,
    spill_depth    bigint,      -- of what was open at the end
    pulled_out     boolean NOT NULL,
    PRIMARY KEY (tenant_id, instance_id, sprint_id, issue_id),
    FOREIGN KEY (tenant_id, instance_id, issue_id) REFERENCES warehouse.issues ON DELETE CASCADE
);
CREATE INDEX sprint_facts_issue ON warehouse.sprint_facts (tenant_id, instance_id, issue_id);
-- What warnings tell of.
CREATE INDEX sprint_facts_unknown ON warehouse.sprint_facts (tenant_id, instance_id, sprint_id)
    WHERE partial OR (committed AND points_start IS NULL);
