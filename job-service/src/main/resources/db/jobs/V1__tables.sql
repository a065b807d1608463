-- What job-service keeps for itself, each row one tenant's (R__row_security.sql).

-- Long queries (their running comes with the jobs feature). While a spec is queued or running, the same spec of the same
-- tenant is the same job.
CREATE TABLE jobs.analytics_jobs (
    tenant_id    text        NOT NULL,
    job_id       uuid        NOT NULL,
    spec         jsonb       NOT NULL,
    spec_hash    text        NOT NULL,
    state        text        NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'completed', 'failed', 'cancelled')),
    priority     text        NOT NULL DEFAULT 'low' CHECK (priority IN ('high', 'low')),
    progress     double precision NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
    attempt      integer     NOT NULL DEFAULT 0 CHECK (attempt >= 0),
    leased_until timestamptz,
    submitted_by text        NOT NULL,
    submitted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    started_at   timestamptz,
    finished_at  timestamptz,
    error        text,
    PRIMARY KEY (tenant_id, job_id)
);
CREATE UNIQUE INDEX analytics_jobs_active ON jobs.analytics_jobs (tenant_id, spec_hash) WHERE state IN ('queued', 'running');
CREATE INDEX analytics_jobs_list ON jobs.analytics_jobs (tenant_id, submitted_at DESC);

CREATE TABLE jobs.imports (
    tenant_id      text        NOT NULL,
    import_id      uuid        NOT NULL,
    instance_id    text        NOT NULL,
    kind           text        NOT NULL CHECK (kind IN ('file', 'mapping')), -- mapping: read what is there anew
    status         text        NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'completed', 'failed')),
    stage          text        NOT NULL DEFAULT 'queued',
    progress       double precision NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
    lines_read     bigint      NOT NULL DEFAULT 0,
    lines_accepted bigint      NOT NULL DEFAULT 0,
    lines_rejected bigint      NOT NULL DEFAULT 0,
    error          text,       -- for people, null unless failed
    created_by     text        NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    started_at     timestamptz,
    finished_at    timestamptz,
    heartbeat_at   timestamptz NOT NULL DEFAULT clock_timestamp(), -- when its worker was last seen at it
    PRIMARY KEY (tenant_id, import_id)
);
CREATE INDEX imports_list ON jobs.imports (tenant_id, created_at DESC, import_id);

CREATE TABLE jobs.import_rejections (
    tenant_id text   NOT NULL,
    import_id uuid   NOT NULL,
    line      bigint NOT NULL,
    reason    text   NOT NULL,
    excerpt   text   NOT NULL,
    PRIMARY KEY (tenant_id, import_id, line),
    FOREIGN KEY (tenant_id, import_id) REFERENCES jobs.imports ON DELETE CASCADE
);

-- The newest raw record of each issue, compressed: what the warehouse is derived from again when a mapping, a detected
-- field or a status category changes. version_*: which of two records of an issue is the newer one.
CREATE TABLE jobs.issue_records (
    tenant_id     text        NOT NULL,
    instance_id   text        NOT NULL,
    issue_id      text        NOT NULL,
    version_at    timestamptz, -- the issue's updated; null while only its deletion is known
    version_rank  smallint,
    version_hash  bigint,
    tombstone_at  timestamptz, -- news of a deletion without the issue: when it was given (infinity: unknown)
    deleted_at    timestamptz, -- the deletion that the tombstone tells; null where it gives no time
    record        bytea,
    PRIMARY KEY (tenant_id, instance_id, issue_id)
);
ALTER TABLE jobs.issue_records ALTER COLUMN record SET STORAGE EXTERNAL; -- compressed already

-- What names in an instance's records told of its custom fields.
CREATE TABLE jobs.detected_fields (
    tenant_id   text NOT NULL,
    instance_id text NOT NULL,
    field_id    text NOT NULL,
    role        text NOT NULL CHECK (role IN ('story_points', 'story_point_estimate', 'flag', 'sprint', 'other')),
    PRIMARY KEY (tenant_id, instance_id, field_id)
);
