package io.plumbline.query.testing;

import io.plumbline.embedded.EmbeddedPostgres;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.PostgresAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** The warehouse with the two tenants of {@code warehouse.sql}. */
public final class Warehouse {
    private Warehouse() {}

    /** Migrates and fills it, once for each server. */
    static void prepare(PostgresAddress address) {
        migrate(address);
        if (query(address, "SELECT tenant_id FROM warehouse.tenants").isEmpty()) {
            execute(address, EmbeddedPostgres.resource("warehouse.sql"));
            // A test takes a lock in place of a heavy query, so waiting for one must not end by itself.
            execute(address, "ALTER ROLE query_service SET lock_timeout = '60s'");
        }
    }

    /** A database as an administrator leaves it: roles and schemas, but no table. */
    public static PostgresAddress createBare(String database) {
        PostgresAddress server = EmbeddedServers.postgres();
        execute(server, "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        execute(server, "CREATE DATABASE " + database);
        PostgresAddress bare = new PostgresAddress(server.host(), server.port(), database, server.passwords());
        execute(bare, EmbeddedPostgres.resource("db/bootstrap.sql"));
        return bare;
    }

    /** Does what job-service does when it starts. */
    static void migrate(PostgresAddress address) {
        Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(address.jdbcUrl("migrator"), null, null)
                .schemas("warehouse")
                .createSchemas(false)
                .locations("classpath:db/warehouse")
                .load()
                .migrate();
    }

    /** Runs statements as the superuser, who sees every tenant. */
    public static void execute(PostgresAddress address, String sql) {
        try (Connection connection = address.connect(PostgresAddress.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of a query as the superuser, the values of each joined by a bar. */
    public static List<String> query(PostgresAddress address, String sql) {
        try (Connection connection = address.connect(PostgresAddress.SUPERUSER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(line(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(ResultSet rows) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            values.add(rows.getString(i));
        }
        return String.join("|", values);
    }
}
