package io.plumbline.catalog.store;

import io.plumbline.embedded.EmbeddedPostgres;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.PostgresAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A database of its own on the tests' server, so that a test may break its schema. */
public final class ScratchDatabase implements AutoCloseable {
    private final PostgresAddress server = EmbeddedServers.postgres();
    private final PostgresAddress address;

    /** An empty database with the roles and schemas of the bootstrap script. */
    public ScratchDatabase() throws SQLException {
        String name = "scratch_" + UUID.randomUUID().toString().replace("-", "");
        execute("CREATE DATABASE " + name);
        address = new PostgresAddress(server.host(), server.port(), name, server.passwords());
        run(PostgresAddress.SUPERUSER, "db/bootstrap.sql");
    }

    /** Where the database is. */
    public PostgresAddress address() {
        return address;
    }

    /** Runs scripts of the class path as one role. */
    public void run(String role, String... scripts) throws SQLException {
        try (Connection connection = address.connect(role);
                Statement statement = connection.createStatement()) {
            for (String script : scripts) {
                statement.execute(EmbeddedPostgres.resource(script));
            }
        }
    }

    /** The rows of a query, columns joined by a blank. */
    public static List<String> query(PostgresAddress address, String role, String sql) throws SQLException {
        try (Connection connection = address.connect(role);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                var text = new StringBuilder();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    text.append(column == 1 ? "" : " ").append(rows.getString(column));
                }
                found.add(text.toString());
            }
            return found;
        }
    }

    @Override
    public void close() throws SQLException {
        execute("DROP DATABASE " + address.database() + " WITH (FORCE)");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.connect(PostgresAddress.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
