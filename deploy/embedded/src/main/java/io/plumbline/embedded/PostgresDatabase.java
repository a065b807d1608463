package io.plumbline.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the database and its roles ready for Flyway; repeating it changes nothing. */
final class PostgresDatabase {
    private PostgresDatabase() {}

    static void prepare(PostgresAddress address, String bootstrap) {
        PostgresAddress maintenance =
                new PostgresAddress(address.host(), address.port(), "postgres", address.passwords());
        try (Connection connection = maintenance.connect(PostgresAddress.SUPERUSER)) {
            createDatabase(connection, address.database());
        } catch (SQLException e) {
            throw failed(e);
        }
        try (Connection connection = address.connect(PostgresAddress.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute(bootstrap);
            for (String role : PostgresAddress.ROLES) {
                statement.execute("ALTER ROLE " + role + " PASSWORD " + literal(address.password(role)));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void createDatabase(Connection connection, String database) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            try (ResultSet rows = query.executeQuery();
                    Statement statement = connection.createStatement()) {
                if (!rows.next()) {
                    statement.execute("CREATE DATABASE \"" + database.replace("\"", "\"\"") + "\"");
                }
            }
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static ServerStartException failed(SQLException e) {
        return new ServerStartException(
                "PostgreSQL runs, but its database could not be prepared: " + e.getMessage(), e);
    }
}
