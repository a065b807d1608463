-- Rights on receipts and the partitions that hold them. The parent's policy rules what goes through it; each partition has
-- the same, because it does not inherit it, and no service has any right on a partition.
ALTER TABLE query.receipts ENABLE ROW LEVEL SECURITY;
ALTER TABLE query.receipts FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation ON query.receipts;
CREATE POLICY tenant_isolation ON query.receipts
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')));
REVOKE ALL ON query.receipts FROM PUBLIC, query_service;
GRANT SELECT, INSERT ON query.receipts TO query_service;

-- The smallest id of that instant.
CREATE OR REPLACE FUNCTION query.first_receipt(at timestamptz) RETURNS uuid
    LANGUAGE sql STABLE
    AS $$ SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid $$;

-- Makes the partitions of this week and the four after it, and drops those with nothing younger than the retention. Run by
-- the owner of the tables: dropping a partition deletes whole weeks of all tenants without seeing a row.
CREATE OR REPLACE FUNCTION query.tend_receipts(retention interval) RETURNS integer
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    AS $$
DECLARE
    week  timestamptz;
    part  text;
    old   record;
    drops integer := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('query.tend_receipts'));
    FOR ahead IN 0..4 LOOP
        week := date_trunc('week', now(), 'UTC') + ahead * interval '7 days';
        part := 'receipts_' || to_char(week AT TIME ZONE 'UTC', 'YYYYMMDD');
        IF to_regclass('query.' || part) IS NULL THEN
            EXECUTE format('CREATE TABLE query.%I PARTITION OF query.receipts FOR VALUES FROM (%L) TO (%L)',
                part, query.first_receipt(week), query.first_receipt(week + interval '7 days'));
            EXECUTE format('ALTER TABLE query.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', part);
            EXECUTE format($policy$
                CREATE POLICY tenant_isolation ON query.%I
                USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')))
                WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')))
                $policy$, part);
            EXECUTE format('REVOKE ALL ON query.%I FROM PUBLIC, query_service', part);
        END IF;
    END LOOP;
    FOR old IN
        SELECT c.relname AS name
        FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid
        WHERE i.inhparent = 'query.receipts'::regclass
          AND (right(c.relname, 8)::timestamp AT TIME ZONE 'UTC') + interval '7 days' <= now() - retention
    LOOP
        EXECUTE format('DROP TABLE query.%I', old.name);
        drops := drops + 1;
    END LOOP;
    RETURN drops;
END
$$;
REVOKE EXECUTE ON FUNCTION query.tend_receipts(interval), query.first_receipt(timestamptz) FROM PUBLIC;
-- Makes room and drops nothing: how long receipts are kept is the service's setting.
SELECT query.tend_receipts(interval '1000 years');
