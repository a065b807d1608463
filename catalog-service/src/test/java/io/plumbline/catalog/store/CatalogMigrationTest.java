package io.plumbline.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.embedded.PostgresAddress;
import io.plumbline.spec.rowsecurity.RowSecurityLints;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way back is tested: up, down, up gives the same schema, and down leaves nothing. */
class CatalogMigrationTest {
    private static final String[] UP = {
        "db/catalog/V1__metrics_catalog.sql",
        "db/catalog/V2__additivity.sql",
        "db/catalog/V3__tenants.sql",
        "db/catalog/R__grants.sql"
    };
    private static final String[] DOWN = {"db/catalog/down/3.sql", "db/catalog/down/2.sql", "db/catalog/down/1.sql"};
    private static final String SCHEMA = """
            SELECT 'relation', c.relname, c.relkind, c.relowner::regrole, c.relacl, NULL
            FROM pg_class c WHERE c.relnamespace = 'catalog'::regnamespace
            UNION ALL
            SELECT 'column', a.attrelid::regclass || '.' || a.attname, a.attgenerated, NULL, NULL,
                format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE c.relnamespace = 'catalog'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
            UNION ALL
            SELECT 'policy', p.polrelid::regclass || '.' || p.polname, p.polcmd, NULL, NULL,
                pg_get_expr(p.polqual, p.polrelid) || c.relrowsecurity || c.relforcerowsecurity
            FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = 'catalog'::regnamespace
            UNION ALL
            SELECT 'constraint', k.conrelid::regclass || '.' || k.conname, k.contype, NULL, NULL, pg_get_constraintdef(k.oid)
            FROM pg_constraint k WHERE k.connamespace = 'catalog'::regnamespace
            ORDER BY 1, 2
            """;

    @Test
    void upDownUpGivesTheSameSchema() throws SQLException {
        try (ScratchDatabase database = new ScratchDatabase()) {
            database.run("migrator", UP);
            List<String> first = schema(database);
            database.run("migrator", DOWN);
            assertThat(schema(database)).isEmpty();
            database.run("migrator", UP);

            assertThat(first).hasSizeGreaterThan(30);
            assertThat(schema(database)).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"query_service", "job_service", "translator_service"})
    void closesTheSchemaToOtherServices(String role) throws SQLException {
        try (ScratchDatabase database = new ScratchDatabase()) {
            database.run("migrator", UP);
            assertThatThrownBy(() ->
                            ScratchDatabase.query(database.address(), role, "SELECT * FROM catalog.metrics_catalog"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void isolatesTenants() throws SQLException {
        try (ScratchDatabase database = new ScratchDatabase()) {
            database.run("migrator", UP);
            try (Connection superuser = database.address().connect(PostgresAddress.SUPERUSER)) {
                assertThat(RowSecurityLints.findings(superuser)).isEmpty();
            }
        }
    }

    private static List<String> schema(ScratchDatabase database) throws SQLException {
        return ScratchDatabase.query(database.address(), PostgresAddress.SUPERUSER, SCHEMA);
    }
}
