package io.plumbline.acceptance.product;

import io.plumbline.embedded.PostgresAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Holds up statements of query-service that read issues, for as long as a test wants: the table is locked, and the role's
 * patience with locks (2 s otherwise) is stretched meanwhile, for the connections of its pool too.
 */
final class HeldIssues implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ROLE = "query_service";

    private final PostgresAddress database;
    private final String usual;

    HeldIssues(PostgresAddress database) {
        this.database = database;
        this.usual = text("""
                SELECT split_part(setting, '=', 2) FROM pg_catalog.pg_roles, unnest(rolconfig) AS setting
                WHERE rolname = '%s' AND setting LIKE 'lock_timeout=%%'""".formatted(ROLE));
        patience("10min");
    }

    /** Until it is closed nobody reads an issue. */
    Connection lock() throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE warehouse.issues IN ACCESS EXCLUSIVE MODE");
        }
        return connection;
    }

    /** How many statements wait for the table now. */
    int waiting() {
        return Integer.parseInt(text("""
                SELECT count(*) FROM pg_stat_activity WHERE usename = '%s' AND wait_event_type = 'Lock'""".formatted(ROLE)));
    }

    @Override
    public void close() {
        patience(usual);
    }

    /** The first value of a statement by an administrator. */
    String text(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets what new connections begin with, and ends those that began before: the pool opens others. */
    private void patience(String lockTimeout) {
        String since = text("SELECT clock_timestamp()::text");
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE %s SET lock_timeout = '%s'".formatted(ROLE, lockTimeout));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String old = "usename = '%s' AND backend_start < '%s'".formatted(ROLE, since);
        Waiting.until(PATIENCE, () -> {
            text("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE state = 'idle' AND " + old);
            return text("SELECT count(*) FROM pg_stat_activity WHERE " + old).equals("0");
        });
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.superuserUrl());
    }
}
