-- Jobs that ended long ago are found by this: of all tenants at once, so that it may be read as a whole.
CREATE INDEX analytics_jobs_finished ON jobs.analytics_jobs (tenant_id, finished_at) WHERE finished_at IS NOT NULL;
