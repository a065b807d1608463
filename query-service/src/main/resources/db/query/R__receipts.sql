-- Rights on receipts. The parent's policy rules what goes through it; query.tend_weeks gives each partition the same.
ALTER TABLE query.receipts ENABLE ROW LEVEL SECURITY;
ALTER TABLE query.receipts FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation ON query.receipts;
CREATE POLICY tenant_isolation ON query.receipts
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')));
REVOKE ALL ON query.receipts FROM PUBLIC, query_service;
GRANT SELECT, INSERT ON query.receipts TO query_service;

-- Keeps a receipt and tells that its answer went well, as a transaction of its own: it sets whose they are, for the policy. Of
-- an entry that was never written there is nothing to tell, and an outcome that was told stands.
CREATE OR REPLACE FUNCTION query.keep_receipt(
    tenant text, id uuid, asker text, spec text, hash text, metrics text[], definitions text, catalog text, model text,
    version bigint, as_of timestamptz, evaluated timestamptz, keys text[], rows integer, total bigint, result text,
    results bytea, entry uuid, duration double precision, ended timestamptz) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    AS $$
BEGIN
    PERFORM set_config('app.tenant_id', tenant, true);
    INSERT INTO query.receipts (tenant_id, receipt_id, asked_by, spec, spec_hash, metrics_used, definitions, catalog_version,
        model, data_version, data_as_of, evaluated_at, row_keys, row_count, total, result_hash, results)
    VALUES (tenant, id, asker, cast(spec AS json), hash, metrics, cast(definitions AS json), catalog,
        model, version, as_of, evaluated, keys, rows, total, result, results);
    INSERT INTO query.audit_outcomes (tenant_id, audit_id, outcome, row_count, duration_ms, receipt_id, ended_at)
    SELECT tenant, entry, 'ok', rows, duration, id, ended
    WHERE EXISTS (SELECT FROM query.audit_entries e WHERE e.tenant_id = tenant AND e.audit_id = entry)
    ON CONFLICT DO NOTHING;
END
$$;
REVOKE EXECUTE ON FUNCTION query.keep_receipt FROM PUBLIC;
GRANT EXECUTE ON FUNCTION query.keep_receipt TO query_service;

-- What earlier releases called them.
DROP FUNCTION IF EXISTS query.tend_receipts(interval);
DROP FUNCTION IF EXISTS query.first_receipt(timestamptz);
-- Makes room and drops nothing: how long receipts are kept is the service's setting.
SELECT query.tend_weeks('receipts', interval '1000 years');
