package io.plumbline.jobs.sync;

import io.plumbline.jobs.deadletter.DeadLetters;
import io.plumbline.jobs.warehouse.ImportProgress;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Ends a batch's merge: in the same transaction the checkpoint moves, what was met and what was rejected is noted, and all of
 * it only where the connection is still held. Else the merge is rolled back.
 */
final class BatchProgress implements ImportProgress {
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
    private final SyncClaim claim;
    private final Batch batch;
    private final long deleted;
    private final Rejections rejections;

    /** @param deleted how many of the batch's lines tell of a deletion */
    BatchProgress(SyncClaim claim, Batch batch, long deleted, DeadLetters letters) {
        this.rejections = new Rejections(claim, batch, letters);
        this.claim = claim;
        this.batch = batch;
        this.deleted = deleted;
    }

    @Override
    public void restarted() {
        rejections.clear();
    }

    @Override
    public void accepted() {}

    @Override
    public void rejected(long line, String reason, String excerpt) {
        rejections.add(line, reason, excerpt);
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
                rejections.count(),
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
        rejections.write(connection);
    }
}
