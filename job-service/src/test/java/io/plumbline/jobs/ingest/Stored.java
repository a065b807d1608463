package io.plumbline.jobs.ingest;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.jobs.warehouse.ImportProgress;
import io.plumbline.jobs.warehouse.RecordSource;
import io.plumbline.jobs.warehouse.WarehouseImport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Merges lines without the way there, and looks into the database past all locks. */
final class Stored {
    private static final Logger LOG = Logger.getLogger(Stored.class);

    private Stored() {}

    /** Merges lines; none may be rejected. Gives the data version, or null where nothing changed. */
    static Long merge(DataSource database, String tenant, List<String> lines) {
        RecordSource source = sink -> {
            long number = 1;
            for (String line : lines) {
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                sink.line(number++, bytes, bytes.length, false);
            }
        };
        try (Connection connection = database.getConnection()) {
            return new WarehouseImport(connection, tenant, "main", new Strict())
                    .run(source, false)
                    .dataVersion();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows of a query by the superuser, columns joined by a bar; null is empty. */
    static List<String> rows(String sql) {
        try (Connection connection = EmbeddedServers.postgres().connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("SET timezone = 'UTC'");
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        row.append(column == 1 ? "" : "|");
                        row.append(rows.getString(column) == null ? "" : rows.getString(column));
                    }
                    found.add(row.toString());
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A tenant's warehouse, table by table, apart from its version and from which record told a name, and when. */
    static List<String> warehouse(String tenant) {
        List<String> content = new ArrayList<>();
        for (String table : rows("""
                SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'warehouse'::regnamespace AND c.relkind IN ('r', 'p')
                AND NOT c.relispartition AND c.relname NOT IN ('tenants', 'flyway_schema_history') ORDER BY 1""")) {
            rows("SELECT (to_jsonb(t) - 'tenant_id' - 'source' - 'seen_at')::text FROM warehouse.%s t WHERE tenant_id = '%s' ORDER BY 1"
                            .formatted(table, tenant))
                    .forEach(row -> content.add(table + " " + row));
        }
        return content;
    }

    private static final class Strict implements ImportProgress {
        private String step;
        private long since;

        @Override
        public void restarted() {}

        @Override
        public void accepted() {}

        @Override
        public void rejected(long line, String reason, String excerpt) {
            throw new AssertionError("line %d: %s: %s".formatted(line, reason, excerpt));
        }

        @Override
        public void step(String name, double share) {
            long now = System.nanoTime();
            if (step != null) {
                LOG.debugf("%s took %d ms", step, (now - since) / 1_000_000);
            }
            step = name;
            since = now;
        }

        @Override
        public void completed(Connection connection) {
            step("committed", 1);
        }
    }
}
