-- What the service may do with its schema, and whose rows it sees. Covers version 3: raise that number with each version
-- that adds a table.
REVOKE ALL ON ALL TABLES IN SCHEMA catalog FROM PUBLIC, catalog_service;
GRANT SELECT, INSERT, UPDATE ON catalog.metrics_catalog TO catalog_service;
GRANT SELECT, UPDATE ON catalog.catalog_state TO catalog_service;
GRANT SELECT, INSERT, UPDATE ON catalog.tenant_state, catalog.tenant_metrics, catalog.tenant_overlays TO catalog_service;
-- History is only added to.
GRANT SELECT, INSERT ON catalog.tenant_changes TO catalog_service;

-- Rows of one tenant alone, whoever asks: also the owner. Without a tenant set no row is seen and none can be written.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['tenant_state', 'tenant_metrics', 'tenant_overlays', 'tenant_changes'] LOOP
        EXECUTE format('ALTER TABLE catalog.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE catalog.%I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('DROP POLICY IF EXISTS tenant_isolation ON catalog.%I', name);
        EXECUTE format($policy$
            CREATE POLICY tenant_isolation ON catalog.%I
                USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')))
                WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')))
            $policy$, name);
    END LOOP;
END
$$;
