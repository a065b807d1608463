package io.plumbline.spec.warehouse;

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
import java.util.stream.Stream;

/** A database of its own on the tests' server, so that a test may break its schema. */
public final class ScratchDatabase implements AutoCloseable {
    static final List<String> VERSIONS = List.of(
            "db/warehouse/V1__tables.sql",
            "db/warehouse/V2__flow_and_ages.sql",
            "db/warehouse/V3__exact_hours.sql",
            "db/warehouse/V5__sprint_facts.sql",
            "db/warehouse/V6__sprint_and_comment_stats.sql",
            "db/warehouse/V7__sprint_sums.sql");
    static final List<String> REPEATED = List.of(
            "db/warehouse/R__as_of.sql",
            "db/warehouse/R__row_security.sql",
            "db/warehouse/R__sprint_scope.sql",
            "db/warehouse/R__sprint_sets.sql",
            "db/warehouse/R__stats.sql",
            "db/warehouse/R__working_days.sql");
    static final List<String> UP =
            Stream.of(VERSIONS, REPEATED).flatMap(List::stream).toList();
    static final List<String> DOWN = List.of(
            "db/warehouse/down/7.sql",
            "db/warehouse/down/6.sql",
            "db/warehouse/down/5.sql",
            "db/warehouse/down/3.sql",
            "db/warehouse/down/2.sql",
            "db/warehouse/down/1.sql");

    private final PostgresAddress server;
    private final PostgresAddress address;

    private ScratchDatabase(PostgresAddress server, PostgresAddress address) {
        this.server = server;
        this.address = address;
    }

    /** An empty database with the schemas of the bootstrap script. */
    static ScratchDatabase create() throws SQLException {
        PostgresAddress server = EmbeddedServers.postgres();
        String name = "scratch_" + UUID.randomUUID().toString().replace("-", "");
        execute(server, "CREATE DATABASE " + name);
        PostgresAddress address = new PostgresAddress(server.host(), server.port(), name, server.passwords());
        ScratchDatabase database = new ScratchDatabase(server, address);
        database.run(PostgresAddress.SUPERUSER, List.of("db/bootstrap.sql"));
        return database;
    }

    public static ScratchDatabase migrated() throws SQLException {
        ScratchDatabase database = create();
        database.run("migrator", UP);
        return database;
    }

    public Connection connect(String role) throws SQLException {
        return address.connect(role);
    }

    /** Runs scripts of the class path as one role. */
    void run(String role, List<String> scripts) throws SQLException {
        try (Connection connection = connect(role);
                Statement statement = connection.createStatement()) {
            for (String script : scripts) {
                statement.execute(EmbeddedPostgres.resource(script));
            }
        }
    }

    /** The rows of a query, columns joined by a blank. */
    static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return texts(statement.executeQuery(sql));
        }
    }

    private static List<String> texts(ResultSet rows) throws SQLException {
        List<String> found = new ArrayList<>();
        while (rows.next()) {
            StringBuilder text = new StringBuilder();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                text.append(column == 1 ? "" : " ").append(rows.getString(column));
            }
            found.add(text.toString());
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        execute(server, "DROP DATABASE " + address.database() + " WITH (FORCE)");
    }

    private static void execute(PostgresAddress server, String sql) throws SQLException {
        try (Connection connection = server.connect(PostgresAddress.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
