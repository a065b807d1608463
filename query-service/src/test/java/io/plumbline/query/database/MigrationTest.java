package io.plumbline.query.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.embedded.EmbeddedPostgres;
import io.plumbline.embedded.PostgresAddress;
import io.plumbline.query.testing.Warehouse;
import io.plumbline.spec.rowsecurity.RowSecurityLints;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The schema {@code query} in a database of its own: up, down, up, and what row security makes of it. */
class MigrationTest {
    private static final String ROW = "INSERT INTO query.analytics_cache (tenant_id, spec_hash, spec, data_version,"
            + " catalog_version, row_count, query_time_ms, expires_at)"
            + " VALUES ('%s', repeat('%s', 64), '{}', 1, '1', 0, 0, now())";

    private static final String RECEIPT =
            "INSERT INTO query.receipts SELECT '%s', (lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid, 'ana', '{}',"
                    + " repeat('a', 64), '{}', '{}', '1', '1', 1, NULL, now(), '{}', 0, 0, repeat('a', 64), NULL";

    private static final String AUDIT =
            "SELECT query.enter_audit('%s', query.first_id(now()), 'ana', 'run', NULL, NULL, '{}', 'r', now(), now())";

    private PostgresAddress address;

    @BeforeEach
    void createDatabase() {
        address = Warehouse.createBare("query_migration");
        migrate();
    }

    @Test
    void downUndoesUpAndUpMakesTheSameAgain() {
        List<String> first = describe();
        down();
        assertThat(describe()).isEmpty();
        migrate();
        assertThat(describe()).isEqualTo(first).isNotEmpty();
    }

    @Test
    void changesNothingWhenRepeated() {
        List<String> first = describe();
        migrate();
        assertThat(describe()).isEqualTo(first);
    }

    @Test
    void leavesNoHoleInRowSecurity() throws SQLException {
        try (Connection superuser = address.connect(PostgresAddress.SUPERUSER)) {
            assertThat(RowSecurityLints.findings(superuser)).isEmpty();
        }
    }

    @Test
    void leadsEveryKeyWithTheTenant() {
        assertThat(Warehouse.query(address, """
                SELECT a.attname FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
                WHERE c.relnamespace = 'query'::regnamespace AND c.relname <> 'flyway_schema_history'
                """)).isNotEmpty().containsOnly("tenant_id");
    }

    @Test
    void isolatesTenants() throws SQLException {
        asTenant("acme", ROW.formatted("acme", "a"));
        asTenant("umbrella", ROW.formatted("umbrella", "a"));
        assertThat(seenBy("acme")).isEqualTo("acme");
        assertThat(seenBy("umbrella")).isEqualTo("umbrella");
        assertThat(seenBy("")).isNull();
        assertThatThrownBy(() -> asTenant("acme", ROW.formatted("umbrella", "b")))
                .hasMessageContaining("row-level security");
    }

    @Test
    void isolatesReceipts() throws SQLException {
        asTenant("acme", RECEIPT.formatted("acme"));
        asTenant("umbrella", RECEIPT.formatted("umbrella"));
        assertThat(seenBy("acme", "query.receipts")).isEqualTo("acme");
        assertThat(seenBy("umbrella", "query.receipts")).isEqualTo("umbrella");
        assertThat(seenBy("", "query.receipts")).isNull();
        assertThatThrownBy(() -> asTenant("acme", RECEIPT.formatted("umbrella")))
                .hasMessageContaining("row-level security");
    }

    @Test
    void isolatesTheAudit() throws SQLException {
        Warehouse.execute(address, "GRANT EXECUTE ON FUNCTION query.first_id(timestamptz) TO query_service");
        asTenant("acme", AUDIT.formatted("acme"));
        asTenant("acme", AUDIT.formatted("umbrella"));
        assertThat(seenBy("acme", "query.audit")).isEqualTo("acme");
        assertThat(seenBy("umbrella", "query.audit")).isEqualTo("umbrella");
        assertThat(seenBy("", "query.audit")).isNull();
    }

    @Test
    void locksEachWeekAsTheWhole() {
        assertThat(Warehouse.query(address, """
                SELECT c.relrowsecurity, c.relforcerowsecurity, p.qual FROM pg_inherits i
                JOIN pg_class c ON c.oid = i.inhrelid
                LEFT JOIN pg_policies p ON p.schemaname = 'query' AND p.tablename = c.relname
                WHERE c.relkind = 'r'
                """)).hasSize(15).allMatch(line -> line.startsWith("t|t|(tenant_id = "));
    }

    @Test
    void isolationComesFromThePolicy() throws SQLException {
        asTenant("acme", ROW.formatted("acme", "a"));
        Warehouse.execute(address, "ALTER TABLE query.analytics_cache DISABLE ROW LEVEL SECURITY");
        assertThat(seenBy("umbrella")).isEqualTo("acme");
    }

    private void migrate() {
        Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(address.jdbcUrl("migrator"), null, null)
                .schemas("query")
                .createSchemas(false)
                .locations("classpath:db/query")
                .load()
                .migrate();
    }

    private void down() {
        Warehouse.execute(address, EmbeddedPostgres.resource("db/query/down/6.sql"));
        Warehouse.execute(address, EmbeddedPostgres.resource("db/query/down/5.sql"));
        Warehouse.execute(address, EmbeddedPostgres.resource("db/query/down/4.sql"));
        Warehouse.execute(address, EmbeddedPostgres.resource("db/query/down/2.sql"));
        Warehouse.execute(address, EmbeddedPostgres.resource("db/query/down/1.sql"));
        Warehouse.execute(address, "DROP TABLE query.flyway_schema_history");
    }

    private List<String> describe() {
        return Warehouse.query(address, """
                SELECT concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                    pg_get_expr(d.adbin, d.adrelid))
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
                WHERE c.relnamespace = 'query'::regnamespace AND c.relname NOT LIKE 'flyway%'
                UNION ALL SELECT concat_ws(' ', conname, pg_get_constraintdef(oid)) FROM pg_constraint
                WHERE connamespace = 'query'::regnamespace AND conname NOT LIKE 'flyway%'
                UNION ALL SELECT concat_ws(' ', proname, prosrc, proacl) FROM pg_proc
                WHERE pronamespace = 'query'::regnamespace
                UNION ALL SELECT concat_ws(' ', tablename, policyname, roles, cmd, qual, with_check) FROM pg_policies
                WHERE schemaname = 'query'
                UNION ALL SELECT concat_ws(' ', relname, relrowsecurity, relforcerowsecurity, relacl) FROM pg_class
                WHERE relnamespace = 'query'::regnamespace AND relname NOT LIKE 'flyway%'
                ORDER BY 1
                """);
    }

    private String seenBy(String tenant) throws SQLException {
        return seenBy(tenant, "query.analytics_cache");
    }

    private String seenBy(String tenant, String table) throws SQLException {
        try (Connection connection = connect(tenant);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT string_agg(tenant_id, ',') FROM " + table)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void asTenant(String tenant, String sql) throws SQLException {
        try (Connection connection = connect(tenant);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String tenant) throws SQLException {
        Connection connection = DriverManager.getConnection(address.jdbcUrl("query_service"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('app.tenant_id', '" + tenant + "', false)");
            return connection;
        }
    }
}
