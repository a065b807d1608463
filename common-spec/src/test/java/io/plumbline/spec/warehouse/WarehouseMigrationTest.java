package io.plumbline.spec.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.PostgresAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The way back is tested: up, down, up gives the same schema, and down leaves nothing. */
class WarehouseMigrationTest {
    private static final String SCHEMA = """
            SELECT 'relation', c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relispartition,
                c.relowner::regrole, c.relacl, c.reloptions, pg_get_expr(c.relpartbound, c.oid)
            FROM pg_class c WHERE c.relnamespace = 'warehouse'::regnamespace
            UNION ALL
            SELECT 'column', a.attrelid::regclass || '.' || a.attname, format_type(a.atttypid, a.atttypmod)::"char",
                a.attnotnull, a.atthasdef, a.attgenerated = 's', NULL, NULL, NULL, pg_get_expr(d.adbin, d.adrelid)
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE c.relnamespace = 'warehouse'::regnamespace AND c.relkind IN ('r', 'p', 'v') AND a.attnum > 0
            UNION ALL
            SELECT 'constraint', k.conrelid::regclass || '.' || k.conname, k.contype, k.convalidated, NULL, NULL, NULL, NULL,
                NULL, pg_get_constraintdef(k.oid)
            FROM pg_constraint k WHERE k.connamespace = 'warehouse'::regnamespace
            UNION ALL
            SELECT 'index', i.indexrelid::regclass::text, NULL, i.indisunique, i.indisvalid, NULL, NULL, NULL, NULL,
                pg_get_indexdef(i.indexrelid)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'warehouse'::regnamespace
            UNION ALL
            SELECT 'policy', p.polrelid::regclass || '.' || p.polname, p.polcmd, p.polpermissive, NULL, NULL, NULL, NULL, NULL,
                pg_get_expr(p.polqual, p.polrelid) || pg_get_expr(p.polwithcheck, p.polrelid)
            FROM pg_policy p
            UNION ALL
            SELECT 'view', v.viewname, NULL, NULL, NULL, NULL, NULL, NULL, NULL, v.definition
            FROM pg_views v WHERE v.schemaname = 'warehouse'
            UNION ALL
            SELECT 'function', f.oid::regprocedure::text, f.provolatile, f.prosecdef, f.proretset, NULL, f.proowner::regrole,
                f.proacl, f.proconfig, f.prorettype::regtype || f.prosrc
            FROM pg_proc f WHERE f.pronamespace = 'warehouse'::regnamespace
            ORDER BY 1, 2
            """;

    @Test
    void everyScriptIsRun() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/warehouse"))) {
            assertThat(files.filter(Files::isRegularFile).map(file -> "db/warehouse/" + file.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(ScratchDatabase.UP);
        }
    }

    @Test
    void upDownUpGivesTheSameSchema() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.create();
                Connection connection = database.connect(PostgresAddress.SUPERUSER)) {
            database.run("migrator", ScratchDatabase.UP);
            List<String> first = ScratchDatabase.query(connection, SCHEMA);
            database.run("migrator", ScratchDatabase.DOWN);
            assertThat(ScratchDatabase.query(connection, SCHEMA)).isEmpty();
            database.run("migrator", ScratchDatabase.UP);

            assertThat(first).hasSizeGreaterThan(500);
            assertThat(ScratchDatabase.query(connection, SCHEMA)).isEqualTo(first);
        }
    }

    @Test
    void repeatableScriptsChangeNothingWhenRepeated() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.migrated();
                Connection connection = database.connect(PostgresAddress.SUPERUSER)) {
            List<String> first = ScratchDatabase.query(connection, SCHEMA);
            database.run("migrator", ScratchDatabase.REPEATED);

            assertThat(ScratchDatabase.query(connection, SCHEMA)).isEqualTo(first);
        }
    }
}
