-- Row level security and grants of the warehouse. Covers version 7: raise that number with each version that adds a
-- table, so that Flyway runs this script again (a test finds every table that it missed).
-- Each table and partition isolates tenants by itself, because a partition does not inherit its parent's policy; the
-- services get rights on the parents alone. Without app.tenant_id nothing is visible and nothing can be written.
DO $$
DECLARE
    tenant_table record;
BEGIN
    FOR tenant_table IN
        SELECT c.oid::regclass AS name, c.relispartition, c.relrowsecurity AND c.relforcerowsecurity AS forced,
            EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenant_isolation') AS has_policy
        FROM pg_class c
        WHERE c.relnamespace = 'warehouse'::regnamespace AND c.relkind IN ('r', 'p')
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
        EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, query_service, job_service', tenant_table.name);
        IF NOT tenant_table.relispartition THEN
            EXECUTE format('GRANT SELECT ON %s TO query_service', tenant_table.name);
            EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO job_service', tenant_table.name);
        END IF;
        -- After a large import the planner must know of it at once; older servers learn it from autovacuum.
        IF current_setting('server_version_num')::integer >= 170000 THEN
            EXECUTE format('GRANT MAINTAIN ON %s TO job_service', tenant_table.name);
        END IF;
    END LOOP;
END
$$;
