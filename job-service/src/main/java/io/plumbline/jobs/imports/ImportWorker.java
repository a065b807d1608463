package io.plumbline.jobs.imports;

import io.agroal.api.AgroalDataSource;
import io.plumbline.jobs.database.PassingFaults;
import io.plumbline.jobs.stats.StatsRefresh;
import io.plumbline.jobs.warehouse.Merged;
import io.plumbline.jobs.warehouse.RecordSource;
import io.plumbline.jobs.warehouse.WarehouseImport;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.EOFException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.zip.ZipException;
import org.jboss.logging.Logger;

/** Does one import from the spool to the warehouse, and says how it ended. */
@ApplicationScoped
public class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final int TRIES = 6;
    private static final String DAMAGED =
            "The gzip stream is damaged or ends early. Nothing was changed; send the file again.";
    private static final String INTERNAL =
            "The import met a fault of ours, which is logged with the import's id. Nothing was changed.";
    private static final String AWAY = "The database was away for too long. Nothing was changed; send the file again.";

    private final AgroalDataSource database;
    private final Spool spool;
    private final ImportSettings settings;
    private final ImportMeter meter;
    private final WarehouseEvents events;
    private final StatsRefresh stats;
    private volatile boolean stopping;

    ImportWorker(
            @DataSource("imports") AgroalDataSource database,
            Spool spool,
            ImportSettings settings,
            ImportMeter meter,
            WarehouseEvents events,
            StatsRefresh stats) {
        this.database = database;
        this.spool = spool;
        this.settings = settings;
        this.meter = meter;
        this.events = events;
        this.stats = stats;
    }

    /** Ends no import as failed any more: the next start goes on with it. */
    void stop() {
        stopping = true;
    }

    /** Notes that the import is waiting or running here. */
    void touch(ImportTicket ticket) {
        try {
            new ImportRow(database, ticket, 0).touch();
        } catch (SQLException e) {
            LOG.debugf(e, "import %s: no heartbeat", ticket.id());
        }
    }

    /** Runs the import to its end, however often the database is away for a while. */
    void run(ImportTicket ticket) {
        var row = new ImportRow(database, ticket, settings.keptRejections());
        Duration pause = settings.retryAfter();
        for (int attempt = 1; ; attempt++) {
            try {
                attempt(ticket, row);
                spool.delete(ticket);
                return;
            } catch (SQLException e) {
                if (stopping) {
                    return;
                }
                if (!PassingFaults.isPassing(e) || attempt == TRIES) {
                    fail(ticket, row, PassingFaults.isPassing(e) ? AWAY : INTERNAL, e);
                    return;
                }
                LOG.warnf("import %s: the database is away, next try in %s", ticket.id(), pause);
                pause(pause);
                pause = pause.multipliedBy(2);
            } catch (ZipException | EOFException e) {
                fail(ticket, row, DAMAGED, e);
                return;
            } catch (IOException | RuntimeException e) {
                if (!stopping) {
                    fail(ticket, row, INTERNAL, e);
                }
                return;
            }
        }
    }

    private void attempt(ImportTicket ticket, ImportRow row) throws SQLException, IOException {
        if (!row.start()) {
            return;
        }
        long began = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            var warehouse = new WarehouseImport(connection, ticket.tenant().slug(), ticket.instance(), row);
            boolean deriveAll = ticket.kind() == ImportTicket.Kind.MAPPING;
            Merged merged = warehouse.run(source(ticket, row), deriveAll);
            meter.completed(row.linesAccepted(), row.linesRejected(), Duration.ofNanos(System.nanoTime() - began));
            LOG.infof(
                    "import %s completed: %d lines accepted, %d rejected",
                    ticket.id(), row.linesAccepted(), row.linesRejected());
            if (merged.dataVersion() != null) {
                events.changed(ticket.tenant(), ticket.instance(), merged);
            }
            if (merged.large()) {
                gatherStatistics(warehouse);
            }
            if (merged.dataVersion() != null) {
                stats.soon();
            }
        }
    }

    private static void gatherStatistics(WarehouseImport warehouse) {
        try {
            warehouse.gatherStatistics();
        } catch (SQLException e) {
            LOG.warn("statistics could not be gathered; autovacuum will do it", e);
        }
    }

    private RecordSource source(ImportTicket ticket, ImportRow row) {
        return switch (ticket.kind()) {
            case FILE -> new SpooledFile(spool.data(ticket), row::share);
            case MAPPING -> sink -> {};
        };
    }

    private void fail(ImportTicket ticket, ImportRow row, String error, Exception cause) {
        LOG.errorf(cause, "import %s failed", ticket.id());
        meter.failed();
        try {
            row.fail(error);
            spool.delete(ticket);
        } catch (SQLException e) {
            LOG.errorf(e, "import %s: its end could not be noted; it is run again at the next start", ticket.id());
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
