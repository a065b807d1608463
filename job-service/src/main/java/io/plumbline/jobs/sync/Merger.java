package io.plumbline.jobs.sync;

import io.plumbline.jobs.database.PassingFaults;
import io.plumbline.jobs.deadletter.DeadLetters;
import io.plumbline.jobs.imports.WarehouseEvents;
import io.plumbline.jobs.jira.JiraStopped;
import io.plumbline.jobs.stats.StatsRefresh;
import io.plumbline.jobs.warehouse.Merged;
import io.plumbline.jobs.warehouse.WarehouseImport;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Merges batches by the import that files take; a database that is away for a moment is tried again. */
@ApplicationScoped
class Merger {
    private static final Logger LOG = Logger.getLogger(Merger.class);
    private static final int TRIES = 4;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SyncStore store;
    private final DeadLetters letters;
    private final WarehouseEvents events;
    private final StatsRefresh stats;

    Merger(SyncStore store, DeadLetters letters, WarehouseEvents events, StatsRefresh stats) {
        this.store = store;
        this.letters = letters;
        this.events = events;
        this.stats = stats;
    }

    /**
     * Merges a batch.
     *
     * @param deleted how many of its lines tell of a deletion
     * @throws SyncStopped where the connection is no longer held; nothing was changed then
     */
    void merge(SyncClaim claim, Batch batch, long deleted) throws SQLException, IOException {
        for (int attempt = 1; ; attempt++) {
            var progress = new BatchProgress(claim, batch, deleted, letters);
            try (Connection connection = store.database().getConnection()) {
                var warehouse = new WarehouseImport(connection, claim.tenant().slug(), claim.instance(), progress);
                publish(claim, warehouse, warehouse.run(batch.records(), false));
                return;
            } catch (SQLException e) {
                if (!PassingFaults.isPassing(e) || attempt == TRIES) {
                    throw e;
                }
                LOG.warnf("sync %s: the database is away, next try in %s", claim.run(), PAUSE.multipliedBy(attempt));
                pause(PAUSE.multipliedBy(attempt));
            }
        }
    }

    private void publish(SyncClaim claim, WarehouseImport warehouse, Merged merged) {
        if (merged.dataVersion() == null) {
            return;
        }
        events.changed(claim.tenant(), claim.instance(), merged);
        stats.soon();
        if (merged.large()) {
            try {
                warehouse.gatherStatistics();
            } catch (SQLException e) {
                LOG.warn("statistics could not be gathered; autovacuum will do it", e);
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JiraStopped();
        }
    }
}
