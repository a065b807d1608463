package io.plumbline.jobs.result;

import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Drops results whose time is over. Of pages that no job's result is of, none is left: they go with their attempt. */
@ApplicationScoped
public class ResultSweeper {
    private static final Logger LOG = Logger.getLogger(ResultSweeper.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int BATCH = 200;

    private static final String OVER = """
            SELECT tenant_id, job_id FROM jobs.analytics_jobs WHERE result_expires_at <= clock_timestamp() LIMIT $1""";

    private final Pool scheduler;
    private final ResultRepository results;
    private final ResultConfig config;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("result-sweeper").factory());

    ResultSweeper(@ReactiveDataSource("scheduler") Pool scheduler, ResultRepository results, ResultConfig config) {
        this.scheduler = scheduler;
        this.results = results;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        long every = config.sweepResultsEvery().toMillis();
        var unused = turns.scheduleWithFixedDelay(this::sweep, every, every, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        turns.shutdownNow();
    }

    private void sweep() {
        try {
            var over = scheduler
                    .preparedQuery(OVER)
                    .execute(Tuple.of(BATCH))
                    .await()
                    .atMost(PATIENCE);
            for (Row row : over) {
                drop(Tenant.of(row.getString(0)), row.getUUID(1));
            }
        } catch (RuntimeException e) {
            LOG.warnf("Results that are over could not be dropped, which is tried again: %s", e.toString());
        }
    }

    private void drop(Tenant tenant, UUID job) {
        boolean dropped = results.expire(Caller.system(tenant, "result-sweeper"), job)
                .await()
                .atMost(PATIENCE);
        LOG.debugf("result of job %s of %s: %s", job, tenant, dropped ? "dropped" : "gone already");
    }
}
