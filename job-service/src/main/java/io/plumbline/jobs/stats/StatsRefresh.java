package io.plumbline.jobs.stats;

import io.plumbline.jobs.stats.StatsViews.Outcome;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Decides when the materialized views are refreshed: some time after an import, and at intervals. */
@ApplicationScoped
public class StatsRefresh {
    private static final Logger LOG = Logger.getLogger(StatsRefresh.class);

    private final StatsViews views;
    private final StatsMeter meter;
    private final StatsSettings settings;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("stats-refresh").factory());

    StatsRefresh(StatsViews views, StatsMeter meter, StatsSettings settings) {
        this.views = views;
        this.meter = meter;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        var unused = turns.scheduleWithFixedDelay(
                this::refresh,
                settings.afterImport().toMillis(),
                settings.every().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        turns.shutdownNow();
    }

    /** The data changed: they are to be refreshed in a while, once for all changes until then. */
    public void soon() {
        if (waiting.compareAndSet(false, true)) {
            try {
                var unused = turns.schedule(
                        () -> {
                            waiting.set(false);
                            return refresh();
                        },
                        settings.afterImport().toMillis(),
                        TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("stopping: the next start refreshes the materialized views", e);
            }
        }
    }

    /** Refreshes now what is not of the present data; empty where that failed, which is tried again by time. */
    public Optional<Outcome> refresh() {
        long began = System.nanoTime();
        try {
            Outcome outcome = views.refresh();
            switch (outcome) {
                case REFRESHED -> meter.refreshed(Duration.ofNanos(System.nanoTime() - began));
                case FRESH -> meter.fresh();
                case ELSEWHERE -> LOG.debug("another instance refreshes the materialized views");
            }
            return Optional.of(outcome);
        } catch (SQLException | RuntimeException e) {
            meter.failed();
            LOG.warn(
                    "The materialized views could not be refreshed; they stay those of an earlier version of the data",
                    e);
            return Optional.empty();
        }
    }
}
