-- Who asked what, written before it is asked of the database and never changed. One entry for each transaction that reads for
-- a caller, and one for each answer out of the cache; ids begin with their time, so that query.tend_weeks can drop whole
-- weeks. What became of an entry is a row of its own: who may only insert can't rewrite what happened.
CREATE TABLE query.audit_entries (
    tenant_id     text        NOT NULL,
    audit_id      uuid        NOT NULL,
    asked_by      text        NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('run', 'stream', 'verify', 'drill', 'values', 'trial')),
    cached        boolean     NOT NULL, -- answered from the cache: then it has no statements, and its outcome stands here
    question_hash text        CHECK (question_hash ~ '^[0-9a-f]{64}$'), -- SHA-256 of the question; null where there was none
    spec_hash     text        CHECK (spec_hash ~ '^[0-9a-f]{64}$'),     -- null where nothing was asked by a spec
    sql_hashes    text[]      NOT NULL, -- SHA-256 of each statement's text, in the order of sending
    request_id    text        NOT NULL, -- the statements' application_name
    started_at    timestamptz NOT NULL,
    due_at        timestamptz NOT NULL, -- without an outcome until then, what became of it is unknown for good
    row_count     bigint      CHECK (row_count >= 0),
    duration_ms   double precision CHECK (duration_ms >= 0),
    PRIMARY KEY (tenant_id, audit_id),
    CHECK (cached = (row_count IS NOT NULL) AND cached = (duration_ms IS NOT NULL))
) PARTITION BY RANGE (audit_id);

CREATE TABLE query.audit_outcomes (
    tenant_id   text        NOT NULL,
    audit_id    uuid        NOT NULL,
    outcome     text        NOT NULL CHECK (outcome IN ('ok', 'timeout', 'cancelled', 'unavailable', 'failed')),
    row_count   bigint      NOT NULL CHECK (row_count >= 0), -- that the caller got
    duration_ms double precision NOT NULL CHECK (duration_ms >= 0),
    receipt_id  uuid,                 -- null where none was kept
    ended_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, audit_id)
) PARTITION BY RANGE (audit_id);
