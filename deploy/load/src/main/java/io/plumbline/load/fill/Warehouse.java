package io.plumbline.load.fill;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The database's side. As superuser: row security and foreign keys are not looked at, indexes are kept as always. */
final class Warehouse {
    private final Connection connection;

    Warehouse(Connection connection) throws SQLException {
        this.connection = connection;
        // Rows come consistent: checking 30 million references one by one would take longer than all the rest.
        execute("SET session_replication_role = replica");
    }

    /** Takes away what an earlier filling left. */
    void clear() throws SQLException {
        execute("DELETE FROM warehouse.sprint_sums WHERE tenant_id LIKE 'load-%'");
        execute("DELETE FROM warehouse.sprint_facts WHERE tenant_id LIKE 'load-%'");
        for (Table table : List.of(Table.values()).reversed()) {
            execute("DELETE FROM " + table.qualified() + " WHERE tenant_id LIKE 'load-%'");
        }
    }

    /** One transaction for each tenant. */
    void copy(Rows rows) throws SQLException {
        connection.setAutoCommit(false);
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        for (Table table : Table.values()) {
            CopyIn copy = copies.copyIn(table.copy());
            byte[] text = rows.of(table);
            copy.writeToCopy(text, 0, text.length);
            copy.endCopy();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** What autovacuum would do within minutes: statistics, and pages marked as visible to all. */
    void analyze() throws SQLException {
        execute("VACUUM (ANALYZE) "
                + Arrays.stream(Table.values()).map(Table::qualified).collect(Collectors.joining(", ")));
    }

    /** What an import would keep of the sprints, by its definition. Comes after statistics: it looks up every issue's history. */
    void deriveSprints() throws SQLException {
        execute("INSERT INTO warehouse.sprint_facts"
                + " SELECT * FROM warehouse.sprint_scope_until('infinity') WHERE tenant_id LIKE 'load-%'");
        execute("INSERT INTO warehouse.sprint_sums"
                + " SELECT * FROM warehouse.sprint_sums_of_facts WHERE tenant_id LIKE 'load-%'");
        execute("VACUUM (ANALYZE) warehouse.sprint_facts, warehouse.sprint_sums");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
