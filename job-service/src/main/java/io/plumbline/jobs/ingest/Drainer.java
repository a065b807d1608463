package io.plumbline.jobs.ingest;

import io.plumbline.spec.tenant.Tenant;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Has the inboxes merged: a tenant's at once when something was claimed for it here, and by time what waits longer, whoever
 * claimed it. One merge of a tenant at a time; a few tenants at once.
 */
@ApplicationScoped
public class Drainer {
    private static final Logger LOG = Logger.getLogger(Drainer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    /** Only that something waits, and since when: the role sees no more. */
    private static final String WAITING = """
            SELECT tenant_id, extract(epoch FROM clock_timestamp() - min(received_at))::float8 FROM jobs.inbox GROUP BY tenant_id""";

    private final TenantDrain drain;
    private final IngestSettings settings;
    private final IngestMeter meter;
    private final Pool scheduler;
    private final ExecutorService threads;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ingest-timer").factory());
    private final Set<Tenant> busy = new HashSet<>();
    private final Set<Tenant> again = new HashSet<>();

    Drainer(
            TenantDrain drain,
            IngestSettings settings,
            IngestMeter meter,
            @ReactiveDataSource("scheduler") Pool scheduler) {
        this.drain = drain;
        this.settings = settings;
        this.meter = meter;
        this.scheduler = scheduler;
        this.threads = Executors.newFixedThreadPool(
                settings.parallel(),
                Thread.ofPlatform().daemon().name("ingest-", 0).factory());
    }

    void start(@Observes StartupEvent event) {
        long every = settings.sweepEvery().toMillis();
        var unused = timer.scheduleWithFixedDelay(this::sweep, every, every, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
        threads.shutdownNow();
    }

    /** Something was claimed for the tenant. */
    void poke(Tenant tenant) {
        synchronized (this) {
            if (!busy.add(tenant)) {
                again.add(tenant);
                return;
            }
        }
        execute(tenant);
    }

    private void execute(Tenant tenant) {
        try {
            threads.execute(() -> run(tenant));
        } catch (RejectedExecutionException e) {
            LOG.debug("stopping: what waits is merged by the next start", e);
        }
    }

    private void run(Tenant tenant) {
        boolean well = false;
        try {
            drain.run(tenant);
            well = true;
        } catch (SQLException e) {
            LOG.warnf("the inbox of %s waits: %s", tenant, e.getSQLState() == null ? "no connection" : e.getSQLState());
        } catch (RuntimeException e) {
            LOG.errorf(e, "the inbox of %s could not be merged", tenant);
        } finally {
            ended(tenant, well);
        }
    }

    /** After a fault the sweep comes back to the tenant; others have their turn meanwhile. */
    private void ended(Tenant tenant, boolean well) {
        boolean next;
        synchronized (this) {
            next = again.remove(tenant) && well;
            if (!next) {
                busy.remove(tenant);
            }
        }
        if (next) {
            execute(tenant);
        } else if (!well) {
            later(tenant);
        }
    }

    private void later(Tenant tenant) {
        try {
            var unused = timer.schedule(() -> poke(tenant), FIRST_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("stopping: what waits is merged by the next start", e);
        }
    }

    private void sweep() {
        try {
            RowSet<Row> waiting =
                    scheduler.preparedQuery(WAITING).execute().await().atMost(Duration.ofSeconds(5));
            double oldest = 0;
            for (Row row : waiting) {
                double age = row.getDouble(1);
                oldest = Math.max(oldest, age);
                if (age * 1000 >= settings.sweepAfter().toMillis()) {
                    Tenant.find(row.getString(0)).ifPresent(this::poke);
                }
            }
            meter.lag(oldest);
        } catch (RuntimeException e) {
            LOG.debug("the inboxes could not be looked through; the next turn does it", e);
        }
    }
}
