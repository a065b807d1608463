-- Tables that are kept by the week: their ids begin with their time (UUID version 7), so that partitions by id are partitions
-- by age. Run by the owner of the tables: dropping a partition deletes whole weeks of all tenants without seeing a row.

-- The smallest id of that instant.
CREATE OR REPLACE FUNCTION query.first_id(at timestamptz) RETURNS uuid
    LANGUAGE sql STABLE
    AS $$ SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid $$;

-- Makes the partitions of this week and the four after it, and drops those with nothing younger than the retention. Says how
-- many it dropped. Each partition has its parent's policy, because it does not inherit it, and no service has any right on it.
CREATE OR REPLACE FUNCTION query.tend_weeks(parent text, retention interval) RETURNS integer
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    AS $$
DECLARE
    week  timestamptz;
    part  text;
    old   record;
    drops integer := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('query.tend_weeks ' || parent));
    FOR ahead IN 0..4 LOOP
        week := date_trunc('week', now(), 'UTC') + ahead * interval '7 days';
        part := parent || '_' || to_char(week AT TIME ZONE 'UTC', 'YYYYMMDD');
        IF to_regclass('query.' || part) IS NULL THEN
            EXECUTE format('CREATE TABLE query.%I PARTITION OF query.%I FOR VALUES FROM (%L) TO (%L)',
                part, parent, query.first_id(week), query.first_id(week + interval '7 days'));
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
        WHERE i.inhparent = format('query.%I', parent)::regclass
          AND (right(c.relname, 8)::timestamp AT TIME ZONE 'UTC') + interval '7 days' <= now() - retention
    LOOP
        EXECUTE format('DROP TABLE query.%I', old.name);
        drops := drops + 1;
    END LOOP;
    RETURN drops;
END
$$;
REVOKE EXECUTE ON FUNCTION query.tend_weeks(text, interval), query.first_id(timestamptz) FROM PUBLIC;
