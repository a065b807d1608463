-- Rights on receipts. The parent's policy rules what goes through it; query.tend_weeks gives each partition the same.
ALTER TABLE query.receipts ENABLE ROW LEVEL SECURITY;
ALTER TABLE query.receipts FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation ON query.receipts;
CREATE POLICY tenant_isolation ON query.receipts
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')));
REVOKE ALL ON query.receipts FROM PUBLIC, query_service;
GRANT SELECT, INSERT ON query.receipts TO query_service;

-- What earlier releases called them.
DROP FUNCTION IF EXISTS query.tend_receipts(interval);
DROP FUNCTION IF EXISTS query.first_receipt(timestamptz);
-- Makes room and drops nothing: how long receipts are kept is the service's setting.
SELECT query.tend_weeks('receipts', interval '1000 years');
