-- Rows of one tenant alone, whoever asks: also the owner. Without a tenant set no row is seen and none can be written.
ALTER TABLE query.analytics_cache ENABLE ROW LEVEL SECURITY;
ALTER TABLE query.analytics_cache FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation ON query.analytics_cache;
CREATE POLICY tenant_isolation ON query.analytics_cache
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')));
REVOKE ALL ON query.analytics_cache FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON query.analytics_cache TO query_service;
