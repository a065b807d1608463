-- Row level security and grants of schema jobs, as in the warehouse. Covers versions 1 to 5: raise that number with each version
-- that adds a table, so that Flyway runs this script again (a test finds every table that it missed).
DO $$
DECLARE
    tenant_table record;
BEGIN
    FOR tenant_table IN
        SELECT c.oid::regclass AS name, c.relispartition, c.relrowsecurity AND c.relforcerowsecurity AS forced,
            EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenant_isolation') AS has_policy
        FROM pg_class c
        WHERE c.relnamespace = 'jobs'::regnamespace AND c.relkind IN ('r', 'p')
          AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped)
        ORDER BY c.relname
    LOOP
        IF NOT tenant_table.forced THEN
            EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', tenant_table.name);
        END IF;
        IF tenant_table.has_policy THEN
            EXECUTE format('DROP POLICY tenant_isolation ON %s', tenant_table.name);
        END IF;
        EXECUTE format($policy$
            CREATE POLICY tenant_isolation ON %s FOR ALL
            USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')))
            WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')))
            $policy$, tenant_table.name);
        EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, job_service', tenant_table.name);
        IF NOT tenant_table.relispartition THEN
            EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO job_service', tenant_table.name);
        END IF;
    END LOOP;
END
$$;

-- What happened to a job stays as it was noted (it goes with the job).
REVOKE UPDATE, DELETE ON jobs.job_transitions FROM job_service;

-- What the scheduler role sees of every tenant: that something is due, never what. Tables of later versions are listed here
-- already; lint role_of_scheduler_open holds the same list.
DO $$
DECLARE
    due record;
BEGIN
    FOR due IN
        SELECT c.oid::regclass AS name, listed.columns, listed.shown,
            EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'scheduling') AS has_policy
        FROM (VALUES
            ('analytics_jobs', 'tenant_id, job_id, state, priority, run_after, lease_until, fence, submitted_at,'
                || ' cancel_requested_at, leased_by, result_expires_at, finished_at',
                -- The last: those that ended long ago are removed some day, but never within a day.
                'state IN (''queued'', ''running'') OR result_expires_at IS NOT NULL'
                || ' OR finished_at < clock_timestamp() - interval ''1 day'''),
            ('outbox', 'tenant_id, created_at', 'true'),
            ('inbox', 'tenant_id, instance_id, received_at', 'true'),
            ('connections', 'tenant_id, connection_id, next_sync_at, lease_until', 'true')
        ) listed (name, columns, shown)
        JOIN pg_class c ON c.relname = listed.name AND c.relnamespace = 'jobs'::regnamespace AND c.relkind IN ('r', 'p')
    LOOP
        IF due.has_policy THEN
            EXECUTE format('DROP POLICY scheduling ON %s', due.name);
        END IF;
        EXECUTE format('CREATE POLICY scheduling ON %s FOR SELECT TO job_scheduler USING (%s)', due.name, due.shown);
        EXECUTE format('REVOKE ALL ON %s FROM job_scheduler', due.name);
        EXECUTE format('GRANT SELECT (%s) ON %s TO job_scheduler', due.columns, due.name);
    END LOOP;
END
$$;
