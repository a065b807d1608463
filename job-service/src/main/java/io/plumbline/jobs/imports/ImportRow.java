package io.plumbline.jobs.imports;

import io.plumbline.jobs.warehouse.ImportProgress;
import io.plumbline.jobs.warehouse.TenantSession;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The row of a running import. It is written on a connection of its own, so that callers see the progress while the
 * import's transaction is open; only the end is written inside that transaction.
 */
final class ImportRow implements ImportProgress {
    private static final long INTERVAL_NANOS = 500_000_000;
    /** Reading takes this share of the whole, the merge the rest. */
    private static final double READING = 0.6;

    private static final int BATCH = 500;

    private final DataSource database;
    private final ImportTicket ticket;
    private final int keptRejections;
    private final List<ImportView.Rejection> pending = new ArrayList<>();
    private long accepted;
    private long rejected;
    private long kept;
    private double progress;
    private long written;

    ImportRow(DataSource database, ImportTicket ticket, int keptRejections) {
        this.database = database;
        this.ticket = ticket;
        this.keptRejections = keptRejections;
    }

    long linesAccepted() {
        return accepted;
    }

    long linesRejected() {
        return rejected;
    }

    /** Marks the import as running; false where it is not there or has ended already. */
    boolean start() throws SQLException {
        return update("""
                UPDATE jobs.imports SET status = 'running', stage = 'reading', started_at = coalesce(started_at, clock_timestamp()),
                    heartbeat_at = clock_timestamp()
                WHERE tenant_id = ? AND import_id = ? AND status IN ('queued', 'running')""") == 1;
    }

    void touch() throws SQLException {
        update("UPDATE jobs.imports SET heartbeat_at = clock_timestamp() WHERE tenant_id = ? AND import_id = ?");
    }

    void fail(String error) throws SQLException {
        update("""
                UPDATE jobs.imports SET status = 'failed', finished_at = clock_timestamp(), error = ?
                WHERE tenant_id = ? AND import_id = ?""", error);
    }

    /** Which share of the file lies behind. */
    void share(double share) {
        progress = Math.max(progress, READING * share);
    }

    @Override
    public void restarted() throws SQLException {
        accepted = 0;
        rejected = 0;
        kept = 0;
        pending.clear();
        update("DELETE FROM jobs.import_rejections WHERE tenant_id = ? AND import_id = ?");
    }

    @Override
    public void accepted() throws SQLException {
        accepted++;
        if (accepted % 64 == 0) {
            report("reading");
        }
    }

    @Override
    public void rejected(long line, String reason, String excerpt) throws SQLException {
        rejected++;
        if (kept < keptRejections) {
            kept++;
            pending.add(new ImportView.Rejection(line, reason, excerpt));
        }
        if (pending.size() >= BATCH) {
            flush();
        }
        if (rejected % 64 == 0) {
            report("reading");
        }
    }

    @Override
    public void step(String name, double share) throws SQLException {
        flush();
        progress = READING + (1 - READING) * share;
        written = 0;
        report(name);
    }

    @Override
    public void completed(Connection connection) throws SQLException {
        flush();
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE jobs.imports SET status = 'completed', stage = 'completed', progress = 1, lines_read = ?, lines_accepted = ?,
                    lines_rejected = ?, finished_at = clock_timestamp(), error = NULL
                WHERE tenant_id = ? AND import_id = ?""")) {
            bind(statement, accepted + rejected, accepted, rejected);
            statement.executeUpdate();
        }
    }

    private void report(String stage) throws SQLException {
        if (System.nanoTime() - written < INTERVAL_NANOS && written != 0) {
            return;
        }
        written = System.nanoTime();
        update("""
                UPDATE jobs.imports SET stage = ?, progress = ?, lines_read = ?, lines_accepted = ?, lines_rejected = ?,
                    heartbeat_at = clock_timestamp()
                WHERE tenant_id = ? AND import_id = ?""", stage, progress, accepted + rejected, accepted, rejected);
    }

    private void flush() throws SQLException {
        if (pending.isEmpty()) {
            return;
        }
        transaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO jobs.import_rejections (line, reason, excerpt, tenant_id, import_id) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT DO NOTHING""")) {
                for (ImportView.Rejection rejection : pending) {
                    bind(insert, rejection.line(), rejection.reason(), rejection.excerpt());
                    insert.addBatch();
                }
                return insert.executeBatch().length;
            }
        });
        pending.clear();
    }

    private int update(String sql, Object... values) throws SQLException {
        return transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, values);
                return statement.executeUpdate();
            }
        });
    }

    /** Binds values, then tenant and import. */
    private void bind(PreparedStatement statement, Object... values) throws SQLException {
        int index = 1;
        for (Object value : values) {
            statement.setObject(index++, value);
        }
        statement.setString(index++, ticket.tenant().slug());
        statement.setObject(index, ticket.id());
    }

    private <T> T transaction(TenantSession.Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new TenantSession(connection, ticket.tenant().slug()).transaction(work);
        }
    }
}
