package io.plumbline.jobs.sync;

import io.plumbline.jobs.warehouse.ImportProgress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends a batch's merge: in the same transaction the checkpoint moves, what was met and what was rejected is noted, and all of
 * it only where the connection is still held. Else the merge is rolled back.
 */
final class BatchProgress implements ImportProgress {
    private static final int KEPT = 1_000;

    private static final String HELD = """
            UPDATE jobs.connections SET issues_checkpoint = CASE WHEN ? THEN issues_checkpoint
                ELSE greatest(issues_checkpoint, ?) END
            WHERE tenant_id = ? AND connection_id = ? AND fence = ?""";
    private static final String MOVED = """
            UPDATE jobs.sync_runs SET position = greatest(position, ?), issues = issues + ?, deleted = deleted + ?,
                rejected = rejected + ?
            WHERE tenant_id = ? AND run_id = ? AND fence = ? AND state = 'running'""";
    private static final String MET = """
            INSERT INTO jobs.sync_seen (tenant_id, run_id, issue_id) SELECT ?, ?, unnest(?) ON CONFLICT DO NOTHING""";
    private static final String REJECTED = """
            INSERT INTO jobs.sync_rejections (tenant_id, run_id, number, reason, excerpt)
            SELECT ?, ?, 1 + (SELECT count(*) FROM jobs.sync_rejections WHERE tenant_id = ? AND run_id = ?), ?, ?
            WHERE (SELECT count(*) FROM jobs.sync_rejections WHERE tenant_id = ? AND run_id = ?) < 1000""";

    private record Rejection(String reason, String excerpt) {}

    private final SyncClaim claim;
    private final Batch batch;
    private final long deleted;
    private final List<Rejection> rejections = new ArrayList<>();
    private long rejected;

    /** @param deleted how many of the batch's lines tell of a deletion */
    BatchProgress(SyncClaim claim, Batch batch, long deleted) {
        this.claim = claim;
        this.batch = batch;
        this.deleted = deleted;
    }

    long rejected() {
        return rejected;
    }

    @Override
    public void restarted() {
        rejections.clear();
        rejected = 0;
    }

    @Override
    public void accepted() {}

    @Override
    public void rejected(long line, String reason, String excerpt) {
        rejected++;
        if (rejections.size() < KEPT) {
            rejections.add(new Rejection(reason, excerpt));
        }
    }

    @Override
    public void step(String name, double share) {}

    @Override
    public void completed(Connection connection) throws SQLException {
        String tenant = claim.tenant().slug();
        var reached = SyncStore.timestamp(batch.reached());
        SyncStore.check(
                SyncStore.execute(connection, HELD, claim.full(), reached, tenant, claim.connection(), claim.fence()));
        SyncStore.check(SyncStore.execute(
                connection,
                MOVED,
                reached,
                batch.issues().size(),
                deleted,
                rejected,
                tenant,
                claim.run(),
                claim.fence()));
        if (claim.full()) {
            SyncStore.execute(
                    connection,
                    MET,
                    tenant,
                    claim.run(),
                    connection.createArrayOf("text", batch.issues().toArray()));
        }
        try (PreparedStatement insert = connection.prepareStatement(REJECTED)) {
            for (Rejection rejection : rejections) {
                int index = 1;
                for (Object value : new Object[] {
                    tenant,
                    claim.run(),
                    tenant,
                    claim.run(),
                    rejection.reason(),
                    rejection.excerpt(),
                    tenant,
                    claim.run()
                }) {
                    insert.setObject(index++, value);
                }
                insert.executeUpdate();
            }
        }
    }
}
