-- The warehouse: what job-service writes and query-service reads. Every table is one tenant's rows apart from another's
-- by its key (tenant_id leads it) and by row level security (R__row_security.sql). Instants are timestamptz; intervals are
-- half-open [from_at, to_at), a null to_at meaning that the interval lasts.

CREATE TABLE warehouse.tenants (
    tenant_id    text        NOT NULL PRIMARY KEY,
    data_version bigint      NOT NULL DEFAULT 0, -- raised in the transaction of each change of the tenant's data
    data_as_of   timestamptz                     -- when the last change was made
);

CREATE TABLE warehouse.instances (
    tenant_id   text  NOT NULL,
    instance_id text  NOT NULL, -- a connected tracker, a short slug such as main
    mapping     jsonb NOT NULL DEFAULT '{}', -- which fields and statuses mean what; empty members are detected
    PRIMARY KEY (tenant_id, instance_id),
    FOREIGN KEY (tenant_id) REFERENCES warehouse.tenants ON DELETE CASCADE
);

CREATE TABLE warehouse.projects (
    tenant_id   text NOT NULL,
    instance_id text NOT NULL,
    project_id  text NOT NULL,
    project_key text NOT NULL,
    name        text NOT NULL,
    source      text NOT NULL DEFAULT 'project' CHECK (source IN ('project', 'issue')), -- a project object is preferred
    seen_at     timestamptz NOT NULL DEFAULT '-infinity', -- for source issue: the issue's updated; the newest wins
    PRIMARY KEY (tenant_id, instance_id, project_id),
    FOREIGN KEY (tenant_id, instance_id) REFERENCES warehouse.instances ON DELETE CASCADE
);

CREATE TABLE warehouse.users (
    tenant_id    text NOT NULL,
    instance_id  text NOT NULL,
    user_id      text NOT NULL,
    display_name text NOT NULL,
    source       text NOT NULL DEFAULT 'user' CHECK (source IN ('user', 'issue', 'history')), -- preferred in this order
    seen_at      timestamptz NOT NULL DEFAULT '-infinity', -- when the record that named the person was updated; the newest wins
    PRIMARY KEY (tenant_id, instance_id, user_id),
    FOREIGN KEY (tenant_id, instance_id) REFERENCES warehouse.instances ON DELETE CASCADE
);

-- A status by its id; category is the resolved one (mapping, status objects, issues' present status, well-known names).
CREATE TABLE warehouse.statuses (
    tenant_id   text NOT NULL,
    instance_id text NOT NULL,
    status_id   text NOT NULL,
    name        text NOT NULL,
    category    text NOT NULL CHECK (category IN ('todo', 'in_progress', 'done')),
    is_blocked  boolean NOT NULL DEFAULT false,
    source      text NOT NULL CHECK (source IN ('status', 'issue', 'history')), -- where name and raw category come from
    raw_category text CHECK (raw_category IN ('todo', 'in_progress', 'done')),   -- the tracker's own, null from histories
    seen_at     timestamptz NOT NULL DEFAULT '-infinity', -- for source issue: the issue's updated; the newest wins
    PRIMARY KEY (tenant_id, instance_id, status_id),
    FOREIGN KEY (tenant_id, instance_id) REFERENCES warehouse.instances ON DELETE CASCADE
);

CREATE TABLE warehouse.sprints (
    tenant_id    text NOT NULL,
    instance_id  text NOT NULL,
    sprint_id    text NOT NULL,
    board_id     text,
    board        text, -- the board's name, or its id where the tracker gives none
    name         text NOT NULL,
    goal         text,
    state        text NOT NULL CHECK (state IN ('future', 'active', 'closed')),
    planned_start timestamptz,
    planned_end  timestamptz,
    activated_at timestamptz,
    completed_at timestamptz,
    source       text NOT NULL DEFAULT 'sprint' CHECK (source IN ('sprint', 'issue')), -- a sprint object of its own is preferred
    seen_at      timestamptz NOT NULL DEFAULT '-infinity', -- for source issue: the issue's updated; the newest wins
    started_at   timestamptz GENERATED ALWAYS AS (coalesce(activated_at, planned_start)) STORED,  -- S0
    ended_at     timestamptz GENERATED ALWAYS AS
        (CASE WHEN state = 'closed' THEN coalesce(completed_at, planned_end) END) STORED,          -- S1 of a closed sprint
    PRIMARY KEY (tenant_id, instance_id, sprint_id),
    FOREIGN KEY (tenant_id, instance_id) REFERENCES warehouse.instances ON DELETE CASCADE
);
CREATE INDEX sprints_closed ON warehouse.sprints (tenant_id, ended_at) WHERE state = 'closed';
CREATE INDEX sprints_board ON warehouse.sprints (tenant_id, instance_id, board_id, ended_at);

CREATE TABLE warehouse.issues (
    tenant_id            text NOT NULL,
    instance_id          text NOT NULL,
    issue_id             text NOT NULL,
    issue_key            text NOT NULL,
    project_id           text NOT NULL,
    summary              text,
    issue_type           text NOT NULL,
    is_subtask           boolean NOT NULL,
    is_bug               boolean NOT NULL, -- of a bug type of the instance's mapping
    is_escaped           boolean NOT NULL, -- a bug that carries the instance's production marker
    priority             text,
    status_id            text NOT NULL,
    status               text NOT NULL,    -- as the history ends, where it contradicts the tracker's present value
    status_category      text NOT NULL,
    assignee_id          text,
    reporter_id          text,
    sprint_id            text,             -- the present sprint: active before future before closed, then the latest
    labels               text[] NOT NULL DEFAULT '{}',
    components           text[] NOT NULL DEFAULT '{}',
    estimate             numeric,          -- present story points
    created_at           timestamptz NOT NULL,
    updated_at           timestamptz NOT NULL,
    first_in_progress_at timestamptz,      -- first entry into the category in progress
    done_at              timestamptz,      -- last entry into done that still holds
    deleted_at           timestamptz,      -- a tombstone: old sprints and histories keep the issue
    has_history          boolean NOT NULL, -- false where the tracker gave no changelog
    custom               jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (tenant_id, instance_id, issue_id),
    FOREIGN KEY (tenant_id, instance_id) REFERENCES warehouse.instances ON DELETE CASCADE
);
CREATE INDEX issues_created ON warehouse.issues (tenant_id, created_at);
CREATE INDEX issues_done ON warehouse.issues (tenant_id, done_at) WHERE done_at IS NOT NULL;
CREATE INDEX issues_status ON warehouse.issues (tenant_id, instance_id, status_category, status);
CREATE INDEX issues_project ON warehouse.issues (tenant_id, instance_id, project_id, created_at);
CREATE INDEX issues_key ON warehouse.issues (tenant_id, issue_key);
CREATE INDEX issues_bugs ON warehouse.issues (tenant_id, created_at) WHERE is_bug;
CREATE INDEX issues_labels ON warehouse.issues USING gin (labels);
CREATE INDEX issues_custom ON warehouse.issues USING gin (custom jsonb_path_ops);

-- The raw history of the fields that metrics read: one row a changelog item, the source of every interval below.
CREATE TABLE warehouse.issue_changes (
    tenant_id   text NOT NULL,
    instance_id text NOT NULL,
    issue_id    text NOT NULL,
    changed_at  timestamptz NOT NULL,
    history_id  text NOT NULL,
    item_index  integer NOT NULL,
    field       text NOT NULL CHECK (field IN ('status', 'sprint', 'estimate', 'assignee', 'flag')),
    old_value   text, -- ids as the tracker writes them; for sprints the whole list
    new_value   text,
    PRIMARY KEY (tenant_id, instance_id, issue_id, changed_at, history_id, item_index),
    FOREIGN KEY (tenant_id, instance_id, issue_id) REFERENCES warehouse.issues ON DELETE CASCADE
) PARTITION BY RANGE (changed_at);

-- Changes of status, and the creation as a transition from nothing (from_status_id null).
CREATE TABLE warehouse.issue_transitions (
    tenant_id      text NOT NULL,
    instance_id    text NOT NULL,
    issue_id       text NOT NULL,
    at             timestamptz NOT NULL,
    seq            integer NOT NULL, -- order within the issue: 0 is the creation
    from_status_id text,
    to_status_id   text NOT NULL,
    enters_done    boolean NOT NULL DEFAULT false, -- to done from not done, or created in done
    leaves_done    boolean NOT NULL DEFAULT false, -- from done to not done
    PRIMARY KEY (tenant_id, instance_id, issue_id, at, seq),
    FOREIGN KEY (tenant_id, instance_id, issue_id) REFERENCES warehouse.issues ON DELETE CASCADE
) PARTITION BY RANGE (at);
CREATE INDEX issue_transitions_done ON warehouse.issue_transitions (tenant_id, at) WHERE enters_done OR leaves_done;

CREATE TABLE warehouse.status_intervals (
    tenant_id   text NOT NULL,
    instance_id text NOT NULL,
    issue_id    text NOT NULL,
    seq         integer NOT NULL,
    status_id   text NOT NULL,
    category    text NOT NULL,
    from_at     timestamptz NOT NULL,
    to_at       timestamptz,
    PRIMARY KEY (tenant_id, instance_id, issue_id, seq),
    FOREIGN KEY (tenant_id, instance_id, issue_id) REFERENCES warehouse.issues ON DELETE CASCADE
);

CREATE TABLE warehouse.estimate_intervals (
    tenant_id   text NOT NULL,
    instance_id text NOT NULL,
    issue_id    text NOT NULL,
    seq         integer NOT NULL,
    points      numeric, -- null: not estimated
    from_at     timestamptz NOT NULL,
    to_at       timestamptz,
    PRIMARY KEY (tenant_id, instance_id, issue_id, seq),
    FOREIGN KEY (tenant_id, instance_id, issue_id) REFERENCES warehouse.issues ON DELETE CASCADE
);

CREATE TABLE warehouse.assignee_intervals (
    tenant_id   text NOT NULL,
    instance_id text NOT NULL,
    issue_id    text NOT NULL,
    seq         integer NOT NULL,
    assignee_id text, -- null: nobody
    from_at     timestamptz NOT NULL,
    to_at       timestamptz,
    PRIMARY KEY (tenant_id, instance_id, issue_id, seq),
    FOREIGN KEY (tenant_id, instance_id, issue_id) REFERENCES warehouse.issues ON DELETE CASCADE
);

CREATE TABLE warehouse.flag_intervals ( -- only while flagged
    tenant_id   text NOT NULL,
    instance_id text NOT NULL,
    issue_id    text NOT NULL,
    seq         integer NOT NULL,
    from_at     timestamptz NOT NULL,
    to_at       timestamptz,
    PRIMARY KEY (tenant_id, instance_id, issue_id, seq),
    FOREIGN KEY (tenant_id, instance_id, issue_id) REFERENCES warehouse.issues ON DELETE CASCADE
);

-- Sprint membership. No foreign key to sprints: an issue may name a sprint whose object has not come yet.
CREATE TABLE warehouse.sprint_issues (
    tenant_id   text NOT NULL,
    instance_id text NOT NULL,
    sprint_id   text NOT NULL,
    issue_id    text NOT NULL,
    seq         integer NOT NULL,
    added_at    timestamptz NOT NULL,
    removed_at  timestamptz,
    PRIMARY KEY (tenant_id, instance_id, sprint_id, issue_id, seq),
    FOREIGN KEY (tenant_id, instance_id, issue_id) REFERENCES warehouse.issues ON DELETE CASCADE
);
CREATE INDEX sprint_issues_issue ON warehouse.sprint_issues (tenant_id, instance_id, issue_id);

-- Time in which an issue was flagged or in a blocked status, and not done: the union, without overlaps.
CREATE TABLE warehouse.blocked_intervals (
    tenant_id   text NOT NULL,
    instance_id text NOT NULL,
    issue_id    text NOT NULL,
    from_at     timestamptz NOT NULL,
    to_at       timestamptz,
    PRIMARY KEY (tenant_id, instance_id, issue_id, from_at),
    FOREIGN KEY (tenant_id, instance_id, issue_id) REFERENCES warehouse.issues ON DELETE CASCADE
);
CREATE INDEX blocked_intervals_time ON warehouse.blocked_intervals (tenant_id, from_at, to_at);

-- Status and assignee together: the state of an issue at any instant, one row for each stretch without a change.
CREATE TABLE warehouse.issue_states (
    tenant_id       text NOT NULL,
    instance_id     text NOT NULL,
    issue_id        text NOT NULL,
    from_at         timestamptz NOT NULL,
    to_at           timestamptz,
    status          text NOT NULL,
    status_category text NOT NULL,
    status_since    timestamptz NOT NULL, -- the last status change, or the creation
    assignee_id     text,
    PRIMARY KEY (tenant_id, instance_id, issue_id, from_at),
    FOREIGN KEY (tenant_id, instance_id, issue_id) REFERENCES warehouse.issues ON DELETE CASCADE
);
CREATE INDEX issue_states_in_progress ON warehouse.issue_states (tenant_id, from_at, to_at) WHERE status_category = 'in_progress';

CREATE TABLE warehouse.comments (
    tenant_id   text NOT NULL,
    instance_id text NOT NULL,
    comment_id  text NOT NULL,
    issue_id    text NOT NULL,
    author_id   text,
    body        text,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, instance_id, created_at, comment_id)
) PARTITION BY RANGE (created_at);
CREATE INDEX comments_issue ON warehouse.comments (tenant_id, instance_id, issue_id);

CREATE TABLE warehouse.worklogs (
    tenant_id     text NOT NULL,
    instance_id   text NOT NULL,
    worklog_id    text NOT NULL,
    issue_id      text NOT NULL,
    author_id     text,
    started_at    timestamptz NOT NULL,
    seconds_spent bigint NOT NULL CHECK (seconds_spent >= 0),
    updated_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, instance_id, started_at, worklog_id)
) PARTITION BY RANGE (started_at);
CREATE INDEX worklogs_issue ON warehouse.worklogs (tenant_id, instance_id, issue_id);

-- Yearly partitions; the default one takes what lies outside.
DO $$
DECLARE
    parent text;
    year   integer;
BEGIN
    FOREACH parent IN ARRAY ARRAY['issue_changes', 'issue_transitions', 'comments', 'worklogs'] LOOP
        FOR year IN 2018..2030 LOOP
            EXECUTE format('CREATE TABLE warehouse.%I PARTITION OF warehouse.%I FOR VALUES FROM (%L) TO (%L)',
                parent || '_' || year, parent, year || '-01-01T00:00:00Z', (year + 1) || '-01-01T00:00:00Z');
        END LOOP;
        EXECUTE format('CREATE TABLE warehouse.%I PARTITION OF warehouse.%I DEFAULT', parent || '_other', parent);
    END LOOP;
END
$$;
