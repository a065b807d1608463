-- Rights on the audit: the service inserts and reads, and can change or delete nothing.
ALTER TABLE query.audit_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE query.audit_entries FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation ON query.audit_entries;
CREATE POLICY tenant_isolation ON query.audit_entries
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')));
ALTER TABLE query.audit_outcomes ENABLE ROW LEVEL SECURITY;
ALTER TABLE query.audit_outcomes FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation ON query.audit_outcomes;
CREATE POLICY tenant_isolation ON query.audit_outcomes
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')));
REVOKE ALL ON query.audit_entries, query.audit_outcomes FROM PUBLIC, query_service;
GRANT SELECT, INSERT ON query.audit_entries, query.audit_outcomes TO query_service;

-- Each entry with what became of it. Without an outcome it runs until it is due; after that nobody can know any more: its
-- service was killed, or the database was away. That is so for each tenant from that instant on, without anybody's doing.
DROP VIEW IF EXISTS query.audit;
CREATE VIEW query.audit WITH (security_invoker = true) AS
SELECT e.tenant_id, e.audit_id, e.asked_by, e.kind, e.cached, e.question_hash, e.spec_hash, e.sql_hashes, e.request_id,
    e.started_at,
    CASE
        WHEN e.cached THEN 'ok'
        WHEN o.outcome IS NOT NULL THEN o.outcome
        WHEN clock_timestamp() < e.due_at THEN 'running'
        ELSE 'unknown'
    END AS outcome,
    coalesce(o.row_count, e.row_count) AS row_count, coalesce(o.duration_ms, e.duration_ms) AS duration_ms, o.receipt_id
FROM query.audit_entries e
LEFT JOIN query.audit_outcomes o ON o.tenant_id = e.tenant_id AND o.audit_id = e.audit_id;
REVOKE ALL ON query.audit FROM PUBLIC, query_service;
GRANT SELECT ON query.audit TO query_service;

-- Writes an entry as a transaction of its own: it sets whose it is, for the policy.
CREATE OR REPLACE FUNCTION query.enter_audit(
    tenant text, id uuid, asker text, what text, question text, spec text, statements text[], request text,
    started timestamptz, due timestamptz) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    AS $$
BEGIN
    PERFORM set_config('app.tenant_id', tenant, true), set_config('application_name', request, true);
    INSERT INTO query.audit_entries (tenant_id, audit_id, asked_by, kind, cached, question_hash, spec_hash, sql_hashes,
        request_id, started_at, due_at)
    VALUES (tenant, id, asker, what, false, question, spec, statements, request, started, due);
END
$$;

-- Fails where there is no such entry, and the transaction with it: what is not in the audit does not run.
CREATE OR REPLACE FUNCTION query.require_audit(id uuid) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
    AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM query.audit_entries
        WHERE tenant_id = current_setting('app.tenant_id') AND audit_id = require_audit.id)
    THEN
        RAISE EXCEPTION 'not in the audit' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
END
$$;
REVOKE EXECUTE ON FUNCTION query.enter_audit(
    text, uuid, text, text, text, text, text[], text, timestamptz, timestamptz), query.require_audit(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION query.enter_audit(
    text, uuid, text, text, text, text, text[], text, timestamptz, timestamptz), query.require_audit(uuid) TO query_service;

-- Makes room and drops nothing: how long the audit is kept is the service's setting.
SELECT query.tend_weeks('audit_entries', interval '1000 years'), query.tend_weeks('audit_outcomes', interval '1000 years');
