-- Connections to trackers, and the runs that bring their records in. The connection's row is the lease as well: who syncs it
-- holds its fence, and each write of a run checks it.
CREATE TABLE jobs.connections (
    tenant_id         text        NOT NULL,
    connection_id     uuid        NOT NULL,
    instance_id       text        NOT NULL,
    site              text        NOT NULL,
    email             text        NOT NULL,
    token_sealed      bytea       NOT NULL, -- AEAD, bound to tenant and connection
    token_hint        text        NOT NULL, -- its last 4 characters
    projects          text[]      NOT NULL DEFAULT '{}', -- keys; none: all that the account sees
    every_minutes     integer     NOT NULL CHECK (every_minutes = 0 OR every_minutes >= 5), -- 0: by hand only
    state             text        NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'needs_attention')),
    state_detail      text,       -- what a person has to do; null while ready
    failures          integer     NOT NULL DEFAULT 0, -- in a row
    issues_checkpoint timestamptz, -- issues updated until then are in the warehouse; null: never synced
    next_sync_at      timestamptz, -- null: not before somebody asks
    last_success_at   timestamptz,
    leased_by         text,
    lease_until       timestamptz,
    fence             bigint      NOT NULL DEFAULT 0,
    created_by        text        NOT NULL,
    created_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    changed_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, connection_id),
    UNIQUE (tenant_id, instance_id)
);
-- What the scheduler role reads of all tenants at once: few rows, so that it may read the whole index.
CREATE INDEX connections_due ON jobs.connections (tenant_id, next_sync_at) WHERE next_sync_at IS NOT NULL;

CREATE TABLE jobs.sync_runs (
    tenant_id     text        NOT NULL,
    run_id        uuid        NOT NULL,
    connection_id uuid        NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('incremental', 'full')),
    requested_by  text        NOT NULL, -- a user, or schedule
    state         text        NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'completed', 'failed', 'cancelled')),
    stage         text        NOT NULL DEFAULT 'queued',
    progress      double precision NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
    attempt       integer     NOT NULL DEFAULT 0,
    fence         bigint,     -- of the worker that has it
    position      timestamptz, -- issues updated until then have been merged by this run
    pages         bigint      NOT NULL DEFAULT 0,
    issues        bigint      NOT NULL DEFAULT 0,
    deleted       bigint      NOT NULL DEFAULT 0,
    rejected      bigint      NOT NULL DEFAULT 0,
    requests      bigint      NOT NULL DEFAULT 0,
    throttled     bigint      NOT NULL DEFAULT 0, -- answers of 429
    cancel_requested_at timestamptz,
    error_code    text,
    error         text,       -- for people
    created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    started_at    timestamptz,
    finished_at   timestamptz,
    PRIMARY KEY (tenant_id, run_id),
    FOREIGN KEY (tenant_id, connection_id) REFERENCES jobs.connections ON DELETE CASCADE
);
CREATE UNIQUE INDEX sync_runs_active ON jobs.sync_runs (tenant_id, connection_id) WHERE state IN ('queued', 'running');
CREATE INDEX sync_runs_list ON jobs.sync_runs (tenant_id, connection_id, created_at DESC, run_id);

-- The issues that a full run has met: what is known and not among them may be deleted.
CREATE TABLE jobs.sync_seen (
    tenant_id text NOT NULL,
    run_id    uuid NOT NULL,
    issue_id  text NOT NULL,
    PRIMARY KEY (tenant_id, run_id, issue_id),
    FOREIGN KEY (tenant_id, run_id) REFERENCES jobs.sync_runs ON DELETE CASCADE
);

-- Records that the tracker gave and that could not be imported; the first 1,000 of a run.
CREATE TABLE jobs.sync_rejections (
    tenant_id text   NOT NULL,
    run_id    uuid   NOT NULL,
    number    bigint NOT NULL,
    reason    text   NOT NULL,
    excerpt   text   NOT NULL,
    PRIMARY KEY (tenant_id, run_id, number),
    FOREIGN KEY (tenant_id, run_id) REFERENCES jobs.sync_runs ON DELETE CASCADE
);
