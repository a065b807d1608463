package io.plumbline.jobs.ingest;

import io.agroal.api.AgroalDataSource;
import io.plumbline.jobs.database.PassingFaults;
import io.plumbline.jobs.deadletter.DeadLetters;
import io.plumbline.jobs.imports.WarehouseEvents;
import io.plumbline.jobs.ingest.InboxReader.Waiting;
import io.plumbline.jobs.stats.StatsRefresh;
import io.plumbline.jobs.warehouse.Merged;
import io.plumbline.jobs.warehouse.TenantSession;
import io.plumbline.jobs.warehouse.WarehouseImport;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Merges what waits in one tenant's inbox, batch after batch. A record that no merge takes becomes a dead letter. */
@ApplicationScoped
public class TenantDrain {
    private static final Logger LOG = Logger.getLogger(TenantDrain.class);
    private static final String UNMERGEABLE =
            "The record was read, but could not be merged: a fault of ours, which is logged with this record's id.";

    private final AgroalDataSource database;
    private final IngestSettings settings;
    private final DeadLetters letters;
    private final WarehouseEvents events;
    private final StatsRefresh stats;
    private final IngestMeter meter;

    TenantDrain(
            @DataSource("imports") AgroalDataSource database,
            IngestSettings settings,
            DeadLetters letters,
            WarehouseEvents events,
            StatsRefresh stats,
            IngestMeter meter) {
        this.database = database;
        this.settings = settings;
        this.letters = letters;
        this.events = events;
        this.stats = stats;
        this.meter = meter;
    }

    /**
     * Merges until nothing waits.
     *
     * @throws SQLException where the database is away or busy: what waits still waits, and another try may go well
     */
    void run(Tenant tenant) throws SQLException {
        int most = settings.batch();
        try (Connection connection = database.getConnection()) {
            while (!Thread.currentThread().isInterrupted()) {
                int wanted = most;
                var session = new TenantSession(connection, tenant.slug(), "ingest", settings.lockTimeout());
                Waiting waiting = session.transaction(open -> InboxReader.read(open, tenant, wanted));
                if (waiting == null) {
                    return;
                }
                most = merge(connection, session, tenant, waiting)
                        ? settings.batch()
                        : waiting.records().size() / 2;
            }
        }
    }

    /** Whether it went well; if not, half as many find the one record that is at fault. */
    private boolean merge(Connection connection, TenantSession session, Tenant tenant, Waiting waiting)
            throws SQLException {
        var batch = new Batch(tenant, waiting.instance(), waiting.records(), letters);
        var warehouse = new WarehouseImport(connection, session, tenant.slug(), waiting.instance(), batch);
        try {
            Merged merged = warehouse.run(batch, false);
            tell(tenant, waiting.instance(), merged);
            meter.merged(batch.withOutcome(true));
            batch.withOutcome(false).forEach(record -> meter.count(record.source(), "dead_letter", 1));
            return true;
        } catch (SQLException e) {
            if (PassingFaults.isPassing(e)) {
                throw e;
            }
            return isolate(session, waiting, batch, e);
        } catch (IOException | RuntimeException e) {
            return isolate(session, waiting, batch, e);
        }
    }

    private boolean isolate(TenantSession session, Waiting waiting, Batch batch, Exception fault) throws SQLException {
        if (waiting.records().size() > 1) {
            return false;
        }
        WaitingRecord record = waiting.records().getFirst();
        LOG.errorf(fault, "record %s could not be merged", record.id());
        session.transaction(open -> {
            batch.giveUp(open, "unmergeable", UNMERGEABLE);
            return null;
        });
        meter.count(record.source(), "dead_letter", 1);
        return true;
    }

    private void tell(Tenant tenant, String instance, Merged merged) {
        if (merged.dataVersion() != null) {
            events.changed(tenant, instance, merged);
            stats.soon();
        }
    }
}
