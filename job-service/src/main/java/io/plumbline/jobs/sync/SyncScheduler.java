package io.plumbline.jobs.sync;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks for connections that are due, runs a few at once, and keeps their leases. A run that loses its lease, is cancelled
 * or must end with the service is interrupted.
 */
@ApplicationScoped
class SyncScheduler {
    private static final Logger LOG = Logger.getLogger(SyncScheduler.class);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final DueConnections due;
    private final SyncStore store;
    private final SyncWorker worker;
    private final SyncSettings settings;
    private final String name = "job-service-" + UUID.randomUUID();
    private final Map<UUID, Running> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("sync-clock-", 0).factory());
    private volatile boolean stopped;

    SyncScheduler(DueConnections due, SyncStore store, SyncWorker worker, SyncSettings settings) {
        this.due = due;
        this.store = store;
        this.worker = worker;
        this.settings = settings;
    }

    /** A run with its thread. */
    private static final class Running {
        private final SyncClaim claim;
        private volatile SyncWorker.Stop stop = SyncWorker.Stop.NONE;
        private Thread thread;
        private long renewed = System.nanoTime();

        private Running(SyncClaim claim) {
            this.claim = claim;
        }

        private synchronized void stop(SyncWorker.Stop why) {
            if (stop == SyncWorker.Stop.NONE) {
                stop = why;
                thread.interrupt();
            }
        }
    }

    void start(@Observes StartupEvent event) {
        long look = settings.lookEvery().toMillis();
        var looking = clock.scheduleWithFixedDelay(this::look, Math.min(look, 1000), look, TimeUnit.MILLISECONDS);
        long beat = Math.max(200, Math.min(1000, settings.lease().toMillis() / 5));
        var beating = clock.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
        LOG.debugf("syncs are looked for: %s, %s", looking, beating);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        running.values().forEach(run -> run.stop(SyncWorker.Stop.SHUTDOWN));
        long end = System.nanoTime() + FAREWELL.toNanos();
        running.values().forEach(run -> join(run.thread, end));
        clock.shutdownNow();
    }

    /** Looks now: somebody waits. */
    void soon() {
        try {
            clock.execute(this::look);
        } catch (RejectedExecutionException e) {
            LOG.debug("stopping: another instance or the next start looks", e);
        }
    }

    private synchronized void look() {
        if (stopped || running.size() >= settings.parallel()) {
            return;
        }
        try {
            for (DueConnections.Due connection : due.find(settings.lease())) {
                if (running.size() < settings.parallel() && !running.containsKey(connection.connection())) {
                    store.claim(connection.tenant(), connection.connection(), name, settings.lease())
                            .ifPresent(this::begin);
                }
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debug("no look for due syncs", e);
        }
    }

    private void begin(SyncClaim claim) {
        var run = new Running(claim);
        running.put(claim.connection(), run);
        run.thread = Thread.ofPlatform().daemon().name("sync-" + claim.run()).unstarted(() -> {
            try {
                worker.run(claim, () -> run.stop);
            } finally {
                running.remove(claim.connection());
                soon();
            }
        });
        run.thread.start();
    }

    private void beat() {
        running.values().forEach(this::renew);
    }

    /** A lease that could not be renewed in time is lost, whether or not somebody took it: the work stops at once. */
    private void renew(Running run) {
        try {
            boolean cancelled = store.renew(run.claim, settings.lease());
            run.renewed = System.nanoTime();
            if (cancelled) {
                run.stop(SyncWorker.Stop.CANCELLED);
            }
        } catch (SyncStopped e) {
            run.stop(SyncWorker.Stop.FENCED);
        } catch (SQLException | RuntimeException e) {
            LOG.debugf(e, "sync %s: its lease was not renewed", run.claim.run());
            if (System.nanoTime() - run.renewed > settings.lease().toNanos()) {
                run.stop(SyncWorker.Stop.FENCED);
            }
        }
    }

    private static void join(Thread thread, long end) {
        try {
            thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
