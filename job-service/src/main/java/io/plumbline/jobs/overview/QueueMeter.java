package io.plumbline.jobs.overview;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells operators how much waits. Each instance tells the same, as all look at the same tables: take the greatest, not the
 * sum. Unknown (NaN) while the database is away.
 */
@ApplicationScoped
public class QueueMeter {
    private static final Logger LOG = Logger.getLogger(QueueMeter.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final String DEPTH = """
            SELECT count(*) FILTER (WHERE priority = 'high') AS high, count(*) FILTER (WHERE priority = 'low') AS low,
                coalesce(greatest(extract(epoch FROM clock_timestamp() - min(run_after)), 0), 0)::double precision AS oldest
            FROM jobs.analytics_jobs WHERE state = 'queued'""";
    private static final String OUTBOX = """
            SELECT count(*) AS size, coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::double precision AS lag
            FROM jobs.outbox""";

    private final Pool scheduler;
    private final Duration every;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("job-queue-meter").factory());
    private volatile QueueDepth depth = QueueDepth.UNKNOWN;

    QueueMeter(
            @ReactiveDataSource("scheduler") Pool scheduler,
            @ConfigProperty(name = "plumbline.jobs.measure-every", defaultValue = "5S") Duration every) {
        this.scheduler = scheduler;
        this.every = every;
    }

    void start(@Observes StartupEvent event, MeterRegistry meters) {
        length(meters, "high", QueueDepth::high);
        length(meters, "low", QueueDepth::low);
        gauge("plumbline.jobs.queued.age.seconds", QueueDepth::oldestSeconds)
                .description("How long the job that is due for the longest time has waited")
                .register(meters);
        gauge("plumbline.jobs.outbox.size", QueueDepth::outbox)
                .description("Messages that Kafka was not told yet")
                .register(meters);
        gauge("plumbline.jobs.outbox.lag.seconds", QueueDepth::outboxSeconds)
                .description("Age of the oldest message that Kafka was not told yet")
                .register(meters);
        var unused = clock.scheduleWithFixedDelay(this::measure, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    private void length(MeterRegistry meters, String priority, ToDoubleFunction<QueueDepth> value) {
        gauge("job_queue_length", value)
                .description("Jobs of all tenants that wait")
                .tag("priority", priority)
                .register(meters);
    }

    private Gauge.Builder<QueueMeter> gauge(String name, ToDoubleFunction<QueueDepth> value) {
        return Gauge.builder(name, this, meter -> value.applyAsDouble(meter.depth));
    }

    private void measure() {
        try {
            depth = ask().await().atMost(PATIENCE);
        } catch (RuntimeException away) {
            depth = QueueDepth.UNKNOWN;
            LOG.debugf("The length of the queue can't be read: %s", away.getMessage());
        }
    }

    private Uni<QueueDepth> ask() {
        return one(DEPTH)
                .flatMap(jobs -> one(OUTBOX)
                        .map(outbox -> new QueueDepth(
                                jobs.getLong("high"),
                                jobs.getLong("low"),
                                jobs.getDouble("oldest"),
                                outbox.getLong("size"),
                                outbox.getDouble("lag"))));
    }

    private Uni<Row> one(String sql) {
        return scheduler.withConnection(connection -> connection
                .preparedQuery(sql)
                .execute()
                .map(rows -> rows.iterator().next()));
    }
}
