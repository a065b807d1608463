-- Live ingestion: what was taken in and waits for its merge, what could not be taken in, and what events told of issues.

-- Durable claims: a record is acknowledged once it stands here, and its row is deleted in the transaction that merges it.
CREATE TABLE jobs.inbox (
    tenant_id   text        NOT NULL,
    record_id   uuid        NOT NULL,
    instance_id text        NOT NULL,
    source      text        NOT NULL CHECK (source IN ('topic', 'webhook', 'sync')),
    record      bytea       NOT NULL, -- a line of the import format
    letter_id   uuid,                 -- the dead letter whose replay this is
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    position    integer     NOT NULL DEFAULT 0, -- among those that came at once
    PRIMARY KEY (tenant_id, record_id)
);
ALTER TABLE jobs.inbox ALTER COLUMN record SET STORAGE EXTENDED;
CREATE INDEX inbox_order ON jobs.inbox (tenant_id, instance_id, received_at, position);

-- Webhook deliveries of the last minutes: the same one again is told apart from a new one.
CREATE TABLE jobs.webhook_deliveries (
    tenant_id   text        NOT NULL,
    instance_id text        NOT NULL,
    body_hash   bytea       NOT NULL, -- SHA-256
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, instance_id, body_hash)
);
CREATE INDEX webhook_deliveries_age ON jobs.webhook_deliveries (tenant_id, received_at);

CREATE TABLE jobs.webhook_secrets (
    tenant_id   text        NOT NULL,
    instance_id text        NOT NULL,
    secret      bytea       NOT NULL, -- sealed
    created_by  text        NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, instance_id)
);

-- What could not be taken in, whole, with its reason.
CREATE TABLE jobs.dead_letters (
    tenant_id   text        NOT NULL,
    letter_id   uuid        NOT NULL,
    source      text        NOT NULL CHECK (source IN ('topic', 'webhook', 'sync', 'jobs')),
    instance_id text,                 -- null where it belongs to none or names none
    state       text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'replaying', 'replayed', 'discarded')),
    code        text        NOT NULL, -- of the reason
    reason      text        NOT NULL, -- for people
    record      bytea       NOT NULL, -- as it came, cut where it was too large to be kept
    record_size bigint      NOT NULL, -- in bytes, before any cut
    headers     jsonb       NOT NULL DEFAULT '{}', -- as they came, without credentials
    redrives    integer     NOT NULL DEFAULT 0,    -- how often it was replayed
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    settled_at  timestamptz,
    settled_by  text,
    PRIMARY KEY (tenant_id, letter_id)
);
CREATE INDEX dead_letters_list ON jobs.dead_letters (tenant_id, received_at DESC, letter_id);

-- The newest fields of an issue that an event told. born: an event told of its creation, so that its histories are all.
CREATE TABLE jobs.issue_events (
    tenant_id    text        NOT NULL,
    instance_id  text        NOT NULL,
    issue_id     text        NOT NULL,
    version_at   timestamptz NOT NULL, -- the issue's updated
    told_at      timestamptz NOT NULL, -- when the event was sent
    version_hash bigint      NOT NULL,
    born         boolean     NOT NULL DEFAULT false,
    record       bytea       NOT NULL, -- compressed, without changelog
    PRIMARY KEY (tenant_id, instance_id, issue_id)
);
ALTER TABLE jobs.issue_events ALTER COLUMN record SET STORAGE EXTERNAL;

-- Entries of changelogs that events told; an issue's history is these and its record's own, joined by id.
CREATE TABLE jobs.issue_histories (
    tenant_id   text        NOT NULL,
    instance_id text        NOT NULL,
    issue_id    text        NOT NULL,
    history_id  text        NOT NULL,
    at          timestamptz NOT NULL,
    history     text        NOT NULL, -- JSON, as a changelog holds it
    PRIMARY KEY (tenant_id, instance_id, issue_id, history_id)
);

-- Deleted comments, worklogs and sprints, with the newest that was known of each. Those of issues: issue_records.
CREATE TABLE jobs.tombstones (
    tenant_id   text        NOT NULL,
    instance_id text        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('comment', 'worklog', 'sprint')),
    record_id   text        NOT NULL,
    deleted_at  timestamptz NOT NULL,
    record      jsonb,
    PRIMARY KEY (tenant_id, instance_id, kind, record_id)
);
