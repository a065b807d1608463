package io.plumbline.spec.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts a row of each tenant into every tenant table, as the database's own catalog lists them. */
final class TenantRows {
    /** Columns with a closed set of values; any other text column takes an x. */
    private static final Map<String, String> VALUES = Map.of(
            "category", "todo", "source", "issue", "state", "closed", "field", "status", "status_category", "todo");

    /** Tables apart from partitions, referenced ones first. */
    static final String TABLES = """
            SELECT c.relname FROM pg_class c
            WHERE c.relnamespace = 'warehouse'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
            ORDER BY CASE c.relname WHEN 'tenants' THEN 0 WHEN 'instances' THEN 1 WHEN 'issues' THEN 2 ELSE 3 END, c.relname
            """;

    static final String PARTITIONS = """
            SELECT c.relname FROM pg_class c
            WHERE c.relnamespace = 'warehouse'::regnamespace AND c.relkind IN ('r', 'p') AND c.relispartition ORDER BY 1
            """;

    private TenantRows() {}

    /** One row a table; of a partitioned table one row a partition. Runs as job-service does. */
    static void insert(Connection jobService, List<String> tables, String tenant) throws SQLException {
        asTenant(jobService, tenant);
        try (Statement statement = jobService.createStatement()) {
            for (String table : tables) {
                boolean partitioned = isPartitioned(jobService, table);
                for (int year = partitioned ? 2017 : 2024; year <= (partitioned ? 2030 : 2024); year++) {
                    statement.execute(insertion(jobService, table, tenant, year));
                }
            }
        }
        jobService.commit();
    }

    /** Begins a transaction as a service does; null sets no tenant. */
    static void asTenant(Connection connection, String tenant) throws SQLException {
        connection.setAutoCommit(false);
        if (tenant != null) {
            try (var set = connection.prepareStatement("SELECT set_config('app.tenant_id', ?, true)")) {
                set.setString(1, tenant);
                set.execute();
            }
        }
    }

    private static boolean isPartitioned(Connection connection, String table) throws SQLException {
        return ScratchDatabase.query(
                        connection,
                        "SELECT relkind FROM pg_class WHERE oid = 'warehouse.%s'::regclass".formatted(table))
                .equals(List.of("p"));
    }

    private static String insertion(Connection connection, String table, String tenant, int year) throws SQLException {
        Map<String, String> values = ScratchDatabase.query(connection, """
                SELECT a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_attribute a
                WHERE a.attrelid = 'warehouse.%s'::regclass AND a.attnum > 0 AND a.attnotnull AND NOT a.atthasdef
                """.formatted(table)).stream()
                .map(column -> column.split(" ", 2))
                .collect(Collectors.toMap(column -> column[0], column -> value(column[0], column[1], tenant, year)));
        return "INSERT INTO warehouse.%s (%s) VALUES (%s)"
                .formatted(table, String.join(", ", values.keySet()), String.join(", ", values.values()));
    }

    private static String value(String column, String type, String tenant, int year) {
        if (column.equals("tenant_id")) {
            return "'" + tenant + "'";
        }
        if (column.equals("seq")) {
            return "0";
        }
        return switch (type) {
            case "text" -> "'" + VALUES.getOrDefault(column, "x") + "'";
            case "boolean" -> "true";
            case "timestamp with time zone" -> "'" + year + "-06-01T00:00:00Z'";
            default -> "1";
        };
    }
}
