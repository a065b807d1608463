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
import java.io.UncheckedIOException;
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
     * Merges until nothing waits that no other process has taken.
     *
     * @throws SQLException where the database is away or busy: what waits still waits, and another try may go well
     */
    void run(Tenant tenant) throws SQLException {
        int most = settings.batch();
        try (Connection connection = database.getConnection()) {
            while (!Thread.currentThread().isInterrupted()) {
                var turn = new Turn(tenant, connection, most);
                if (turn.mergeOrIsolate()) {
                    most = settings.batch();
                } else if (turn.batch == null) {
                    return;
                } else {
                    most = turn.batch.size() / 2;
                }
            }
        }
    }

    /** One merge. The records are this process's from their reading to their end, which is one transaction. */
    private final class Turn {
        private final Tenant tenant;
        private final Connection connection;
        private final TenantSession session;
        private final int most;
        private String instance;
        private Batch batch;

        private Turn(Tenant tenant, Connection connection, int most) {
            this.tenant = tenant;
            this.connection = connection;
            this.session = new TenantSession(connection, tenant.slug(), "ingest", settings.lockTimeout());
            this.most = most;
        }

        /** Whether records were settled; if there were some and none was, half as many find the one that is at fault. */
        private boolean mergeOrIsolate() throws SQLException {
            try {
                Merged merged = session.transaction(this::merge);
                if (merged == null) {
                    return false;
                }
                tell(tenant, instance, merged);
                meter.merged(batch.withOutcome(true));
                batch.withOutcome(false).forEach(record -> meter.count(record.source(), "dead_letter", 1));
                return true;
            } catch (SQLException e) {
                if (PassingFaults.isPassing(e)) {
                    throw e;
                }
                return isolate(e);
            } catch (RuntimeException e) {
                return isolate(e);
            }
        }

        /** Null where nothing waits. */
        private Merged merge(Connection open) throws SQLException {
            Waiting waiting = InboxReader.read(open, tenant, most);
            if (waiting == null || waiting.records().isEmpty()) {
                return null;
            }
            instance = waiting.instance();
            batch = new Batch(tenant, instance, waiting.records(), letters);
            try {
                return new WarehouseImport(connection, session, tenant.slug(), instance, batch).run(batch, false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean isolate(Exception fault) throws SQLException {
            if (batch == null) {
                throw new IllegalStateException(fault);
            }
            if (batch.size() > 1) {
                return false;
            }
            WaitingRecord record = batch.first();
            LOG.errorf(fault, "record %s could not be merged", record.id());
            session.transaction(open -> {
                batch.giveUp(open, "unmergeable", UNMERGEABLE);
                return null;
            });
            meter.count(record.source(), "dead_letter", 1);
            return true;
        }
    }

    private void tell(Tenant tenant, String instance, Merged merged) {
        if (merged.dataVersion() != null) {
            events.changed(tenant, instance, merged);
            stats.soon();
        }
    }
}
