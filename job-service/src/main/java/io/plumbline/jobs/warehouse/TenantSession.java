package io.plumbline.jobs.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/** Transactions of an import's own connection, each with the tenant set for row level security until its end. */
public final class TenantSession {
    private final Connection connection;
    private final String tenant;
    private final String application;
    private final String lockTimeout;
    private boolean open;

    public TenantSession(Connection connection, String tenant) {
        this(connection, tenant, "import", Duration.ZERO);
    }

    /**
     * A session under a name of its own.
     *
     * @param application what the database shows of it
     * @param lockTimeout how long a statement waits for a lock, for example for another merge of the tenant; zero: without end
     */
    public TenantSession(Connection connection, String tenant, String application, Duration lockTimeout) {
        this.connection = connection;
        this.tenant = tenant;
        this.application = application;
        this.lockTimeout = Long.toString(lockTimeout.toMillis());
    }

    /** Work in a transaction. */
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Commits at the end; within an open transaction of this session the work is a part of that. */
    public <T> T transaction(Work<T> work) throws SQLException {
        if (open) {
            return work.in(connection);
        }
        connection.setAutoCommit(false);
        open = true;
        try {
            setTenant();
            T result = work.in(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            rollback(e);
            throw e;
        } finally {
            open = false;
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Whether a transaction is open: its end undoes what it made. */
    boolean isOpen() {
        return open;
    }

    private void setTenant() throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(
                "SELECT set_config('app.tenant_id', ?, true), set_config('application_name', ?, true),"
                        + " set_config('lock_timeout', ?, true)")) {
            set.setString(1, tenant);
            set.setString(2, application);
            set.setString(3, lockTimeout);
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
