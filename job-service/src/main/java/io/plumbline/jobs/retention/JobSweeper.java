package io.plumbline.jobs.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Removes jobs that ended long ago, few at a time so that nobody waits for it. Several processes may do so at once. */
@ApplicationScoped
public class JobSweeper {
    private static final Logger LOG = Logger.getLogger(JobSweeper.class);
    /** The scheduler's role sees no job sooner. */
    private static final Duration LEAST = Duration.ofDays(1);

    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final int BATCH = 100;

    private final OldJobs jobs;
    private final Duration age;
    private final Duration every;
    private final Counter removed;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("job-sweeper").factory());

    JobSweeper(OldJobs jobs, RetentionConfig config, MeterRegistry meters) {
        this.jobs = jobs;
        this.age = config.keepJobs().compareTo(LEAST) < 0 ? LEAST : config.keepJobs();
        this.every = config.sweepJobsEvery();
        this.removed = Counter.builder("plumbline.jobs.removed")
                .description("Jobs that were removed because they ended long ago")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        var unused =
                turns.scheduleWithFixedDelay(this::sweep, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        turns.shutdownNow();
    }

    /** Until none is left. */
    void sweep() {
        try {
            int last = BATCH;
            while (last == BATCH) {
                last = sweepSome();
            }
        } catch (RuntimeException e) {
            LOG.warnf("Old jobs could not be removed, which is tried again in %s: %s", every, e.toString());
        }
    }

    private int sweepSome() {
        int sum = 0;
        for (Map.Entry<Tenant, List<UUID>> old : await(jobs.find(age, BATCH)).entrySet()) {
            int count = await(jobs.remove(old.getKey(), old.getValue(), age));
            removed.increment(count);
            LOG.infof("%d jobs of %s removed, which ended more than %s ago", count, old.getKey(), age);
            sum += count;
        }
        return sum;
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
