-- The way back from version 2: jobs, their results and what was to be told of them are lost. Stop job-service before.
DROP TABLE
    jobs.outbox,
    jobs.used_tickets,
    jobs.job_results,
    jobs.idempotency_keys,
    jobs.job_events,
    jobs.job_transitions,
    jobs.analytics_jobs;
DROP FUNCTION jobs.check_job_change(), jobs.note_job_change();

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
ALTER TABLE jobs.analytics_jobs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON jobs.analytics_jobs FOR ALL
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')));
GRANT SELECT, INSERT, UPDATE, DELETE ON jobs.analytics_jobs TO job_service;
