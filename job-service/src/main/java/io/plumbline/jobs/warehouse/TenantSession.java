package io.plumbline.jobs.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Transactions of an import's own connection, each with the tenant set for row level security until its end. */
public final class TenantSession {
    private final Connection connection;
    private final String tenant;

    public TenantSession(Connection connection, String tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    /** Work in a transaction. */
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    public <T> T transaction(Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            setTenant();
            T result = work.in(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            rollback(e);
            throw e;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    private void setTenant() throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(
                "SELECT set_config('app.tenant_id', ?, true), set_config('application_name', 'import', true)")) {
            set.setString(1, tenant);
            set.execute();
        }
    }

    private void rollback(Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
