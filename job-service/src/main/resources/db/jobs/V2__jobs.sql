-- Long queries as jobs: the row is the truth, Kafka tells of it (outbox). The table of version 1 was never used.
DROP TABLE jobs.analytics_jobs;

CREATE TABLE jobs.analytics_jobs (
    tenant_id           text        NOT NULL,
    job_id              uuid        NOT NULL,
    label               text        CHECK (char_length(label) <= 200), -- what the submitter calls it
    spec                jsonb       NOT NULL,
    spec_hash           text        NOT NULL,
    shape_hash          text        NOT NULL, -- the spec without values, dates and limit: such jobs take alike
    priority            text        NOT NULL CHECK (priority IN ('high', 'low')),
    state               text        NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'completed', 'failed', 'cancelled')),
    cause               text        NOT NULL DEFAULT 'submitted', -- of the last change of state
    transitions         integer     NOT NULL DEFAULT 0, -- how many there were; counted by the trigger
    submitted_by        text        NOT NULL,
    roles               text[]      NOT NULL DEFAULT '{}', -- what the submitter was allowed then: the job runs with it
    submitted_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    run_after           timestamptz NOT NULL DEFAULT clock_timestamp(), -- not before
    started_at          timestamptz, -- of the first attempt; set by the trigger
    finished_at         timestamptz, -- set by the trigger
    attempt             integer     NOT NULL DEFAULT 0 CHECK (attempt >= 0), -- charged when a worker takes it
    max_attempts        integer     NOT NULL DEFAULT 4 CHECK (max_attempts >= 1),
    fence               bigint      NOT NULL DEFAULT 0, -- raised at each claim, release, takeover and end: a write must name it
    leased_by           text,
    lease_until         timestamptz, -- by the database's clock
    cancel_requested_at timestamptz,
    cancelled_by        text,
    progress            double precision NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
    stage               text        NOT NULL DEFAULT 'queued' CHECK (stage IN ('queued', 'starting', 'querying', 'reading', 'saving', 'done')),
    rows_so_far         bigint      NOT NULL DEFAULT 0,
    eta_ms              bigint,      -- time left, null where nothing is known
    event_seq           bigint      NOT NULL DEFAULT 0, -- of the last of job_events
    result_fence        bigint,      -- the pages of this fence are the result
    result_rows         bigint,
    result_pages        integer,
    result_bytes        bigint,
    result_expires_at   timestamptz,
    result_meta         jsonb,
    error_code          text,
    error               text,        -- for people, null unless failed
    request_id          text,
    traceparent         text,        -- of the request that submitted it
    PRIMARY KEY (tenant_id, job_id),
    CONSTRAINT analytics_jobs_lease CHECK ((state = 'running') = (lease_until IS NOT NULL))
);
-- While a spec is queued or running, the same spec of the same tenant is the same job; not once its end is asked for.
CREATE UNIQUE INDEX analytics_jobs_active ON jobs.analytics_jobs (tenant_id, spec_hash)
    WHERE state IN ('queued', 'running') AND cancel_requested_at IS NULL;
CREATE INDEX analytics_jobs_list ON jobs.analytics_jobs (tenant_id, submitted_at DESC, job_id DESC);
-- What the scheduler role reads of all tenants at once: few rows, so that it may read the whole index.
CREATE INDEX analytics_jobs_queued ON jobs.analytics_jobs (tenant_id, priority, run_after) WHERE state = 'queued';
CREATE INDEX analytics_jobs_running ON jobs.analytics_jobs (tenant_id, lease_until) WHERE state = 'running';
CREATE INDEX analytics_jobs_expiring ON jobs.analytics_jobs (tenant_id, result_expires_at) WHERE result_expires_at IS NOT NULL;
-- Past runs of one shape, from which the time left is learned.
CREATE INDEX analytics_jobs_shape ON jobs.analytics_jobs (tenant_id, shape_hash, finished_at DESC) WHERE state = 'completed';

-- Every change of state, written by the trigger alone.
CREATE TABLE jobs.job_transitions (
    tenant_id  text        NOT NULL,
    job_id     uuid        NOT NULL,
    seq        integer     NOT NULL,
    from_state text,       -- null: it did not exist
    to_state   text        NOT NULL,
    cause      text        NOT NULL,
    attempt    integer     NOT NULL,
    fence      bigint      NOT NULL,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, job_id, seq),
    FOREIGN KEY (tenant_id, job_id) REFERENCES jobs.analytics_jobs ON DELETE CASCADE
);

-- What a watcher is told, in the order of seq without a gap; written in the transaction of the change that it tells.
CREATE TABLE jobs.job_events (
    tenant_id text        NOT NULL,
    job_id    uuid        NOT NULL,
    seq       bigint      NOT NULL,
    kind      text        NOT NULL CHECK (kind IN ('queued', 'started', 'progress', 'retrying', 'released', 'completed', 'failed', 'cancelled')),
    data      jsonb       NOT NULL,
    at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, job_id, seq),
    FOREIGN KEY (tenant_id, job_id) REFERENCES jobs.analytics_jobs ON DELETE CASCADE
);

-- What was answered to a submission with an Idempotency-Key, for a day. The key is taken first, before its job is there, so
-- that a request that comes twice at once waits for the first.
CREATE TABLE jobs.idempotency_keys (
    tenant_id  text        NOT NULL,
    user_id    text        NOT NULL,
    key        text        NOT NULL CHECK (char_length(key) <= 255),
    body_hash  text        NOT NULL,
    job_id     uuid        NOT NULL,
    status     smallint    NOT NULL,
    answer     text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, user_id, key),
    FOREIGN KEY (tenant_id, job_id) REFERENCES jobs.analytics_jobs ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX idempotency_keys_age ON jobs.idempotency_keys (tenant_id, created_at);

-- Pages of rows as they came; those of the job's result_fence are its result, others are swept.
CREATE TABLE jobs.job_results (
    tenant_id text    NOT NULL,
    job_id    uuid    NOT NULL,
    fence     bigint  NOT NULL,
    page      integer NOT NULL,
    first_row bigint  NOT NULL,
    row_count integer NOT NULL,
    rows      bytea   NOT NULL, -- gzip of NDJSON
    PRIMARY KEY (tenant_id, job_id, fence, page),
    FOREIGN KEY (tenant_id, job_id) REFERENCES jobs.analytics_jobs ON DELETE CASCADE
);
ALTER TABLE jobs.job_results ALTER COLUMN rows SET STORAGE EXTERNAL; -- compressed already

-- Stream tickets that were used: each opens a stream once.
CREATE TABLE jobs.used_tickets (
    tenant_id  text        NOT NULL,
    ticket_id  uuid        NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id)
);

-- What Kafka is to be told: inserted with the change, deleted when the broker has it. Of one topic and key in the order of seq.
CREATE TABLE jobs.outbox (
    tenant_id  text        NOT NULL,
    event_id   uuid        NOT NULL,
    topic      text        NOT NULL,
    record_key text        NOT NULL,
    seq        bigint      NOT NULL DEFAULT 0,
    payload    jsonb       NOT NULL,
    headers    jsonb       NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, event_id)
);
CREATE INDEX outbox_order ON jobs.outbox (tenant_id, topic, record_key, seq);
CREATE INDEX outbox_age ON jobs.outbox (tenant_id, created_at);

-- Refuses what no job may do, whoever asks it.
CREATE FUNCTION jobs.check_job_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'queued' THEN
            RAISE EXCEPTION 'a job begins queued, not %', NEW.state
                USING ERRCODE = 'check_violation', CONSTRAINT = 'analytics_jobs_legal_change';
        END IF;
        NEW.transitions := 1;
        RETURN NEW;
    END IF;
    IF NEW.fence < OLD.fence OR NEW.event_seq < OLD.event_seq OR NEW.attempt < OLD.attempt - 1 THEN
        RAISE EXCEPTION 'fence, event_seq and attempt of a job only grow'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'analytics_jobs_legal_change';
    END IF;
    NEW.transitions := OLD.transitions;
    IF NEW.state = OLD.state THEN
        RETURN NEW;
    END IF;
    IF NOT (OLD.state = 'queued' AND NEW.state IN ('running', 'cancelled', 'failed')
        OR OLD.state = 'running' AND NEW.state IN ('completed', 'failed', 'cancelled', 'queued')) THEN
        RAISE EXCEPTION 'a job does not go from % to %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'analytics_jobs_legal_change';
    END IF;
    NEW.transitions := OLD.transitions + 1;
    IF NEW.state = 'running' THEN
        NEW.started_at := coalesce(OLD.started_at, clock_timestamp());
    ELSIF NEW.state <> 'queued' THEN
        NEW.finished_at := clock_timestamp();
    END IF;
    RETURN NEW;
END
$$;

CREATE FUNCTION jobs.note_job_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO jobs.job_transitions (tenant_id, job_id, seq, from_state, to_state, cause, attempt, fence)
    VALUES (NEW.tenant_id, NEW.job_id, NEW.transitions, CASE WHEN TG_OP = 'UPDATE' THEN OLD.state END, NEW.state, NEW.cause,
        NEW.attempt, NEW.fence);
    RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION jobs.check_job_change(), jobs.note_job_change() FROM PUBLIC;

CREATE TRIGGER check_change BEFORE INSERT OR UPDATE ON jobs.analytics_jobs
    FOR EACH ROW EXECUTE FUNCTION jobs.check_job_change();
CREATE TRIGGER note_insert AFTER INSERT ON jobs.analytics_jobs
    FOR EACH ROW EXECUTE FUNCTION jobs.note_job_change();
CREATE TRIGGER note_change AFTER UPDATE ON jobs.analytics_jobs
    FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION jobs.note_job_change();
