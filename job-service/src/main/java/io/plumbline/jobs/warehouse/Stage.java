package io.plumbline.jobs.warehouse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The temporary tables of one import on its connection, filled by COPY in pieces, so that memory stays the same. */
final class Stage {
    private static final int PIECE = 256 * 1024;

    private final Connection connection;
    private final CopyManager copy;
    private final Map<StageTable, CopyRow> rows = new EnumMap<>(StageTable.class);

    private Stage(Connection connection) throws SQLException {
        this.connection = connection;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** Empty tables; those of an earlier try on this connection are dropped. */
    static Stage create(Connection connection, SqlSteps steps) throws SQLException {
        discard(connection);
        steps.run(connection, "stage");
        return new Stage(connection);
    }

    /** Gives the connection back as it was. */
    static void discard(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DISCARD TEMP");
        }
    }

    /** The row to write next; {@link CopyRow#end} ends it. */
    CopyRow row(StageTable table) {
        return rows.computeIfAbsent(table, _ -> new CopyRow());
    }

    /** Sends what has grown large enough. Call it between rows. */
    void relieve() throws SQLException {
        for (Map.Entry<StageTable, CopyRow> entry : rows.entrySet()) {
            if (entry.getValue().size() > PIECE) {
                send(entry.getKey(), entry.getValue());
            }
        }
    }

    /** Sends everything and tells the planner how much there is. */
    void finish() throws SQLException {
        for (Map.Entry<StageTable, CopyRow> entry : rows.entrySet()) {
            send(entry.getKey(), entry.getValue());
        }
        rows.clear();
        try (Statement statement = connection.createStatement()) {
            for (StageTable table : StageTable.values()) {
                statement.execute("ANALYZE " + table.relation());
            }
        }
    }

    private void send(StageTable table, CopyRow row) throws SQLException {
        if (row.size() > 0) {
            try {
                copy.copyIn("COPY " + table.relation() + " FROM STDIN", new ByteArrayInputStream(row.take()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
