package io.plumbline.jobs.work;

import io.plumbline.jobs.progress.PastRuns;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.problem.ProblemType;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Takes jobs for the workers that are free: when a doorbell rings or a worker becomes free, and at least once a second,
 * because the table is the truth and a doorbell may be lost. It also ends leases that ran out.
 */
@ApplicationScoped
public class Claimer {
    private static final Logger LOG = Logger.getLogger(Claimer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LAST_WORDS = Duration.ofSeconds(12);
    /** So old may be what was seen of the jobs that wait, while there are enough of them. */
    private static final long FRESH_MILLIS = 250;
    /** Each job that can't be taken is told once, and no more of them than these. */
    private static final int MOST_TOLD = 1_000;

    private final SchedulerRepository scheduler;
    private final LeaseRepository leases;
    private final PastRuns past;
    private final Workers workers;
    private final WorkMeter meter;
    private final WorkConfig config;
    private final Choice choice;
    private final String name;
    private final Semaphore bell = new Semaphore(0);
    private final Set<UUID> faulty = new HashSet<>();
    private Waiting waiting = Waiting.none();
    private long swept;
    private boolean away;
    private volatile boolean stopped;

    Claimer(
            SchedulerRepository scheduler,
            LeaseRepository leases,
            PastRuns past,
            Workers workers,
            WorkMeter meter,
            WorkConfig config) {
        this.scheduler = scheduler;
        this.leases = leases;
        this.past = past;
        this.workers = workers;
        this.meter = meter;
        this.config = config;
        this.choice = new Choice(config.workers());
        this.name = host() + "/" + ProcessHandle.current().pid() + "/"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    void start(@Observes StartupEvent event) {
        if (config.takesJobs() && config.workers() > 0) {
            workers.whenFree(this::ring);
            Thread.ofPlatform().daemon().name("job-claimer").start(this::loop);
        }
    }

    /** The first thing at the end of a process, long before the last request was answered. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        letGo();
    }

    void stop(@Observes ShutdownEvent event) {
        letGo();
        if (!workers.awaitEnd(LAST_WORDS)) {
            LOG.warn("Not all jobs could be released; others take them over when their leases run out");
        }
    }

    private void letGo() {
        stopped = true;
        ring();
        workers.release();
    }

    /** There may be a job. */
    public void ring() {
        bell.release();
    }

    private void loop() {
        while (!stopped) {
            try {
                takeOver();
                fill();
                back();
                var unused = bell.tryAcquire(config.sweepEvery().toMillis(), TimeUnit.MILLISECONDS);
                bell.drainPermits();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                away(e);
            }
        }
    }

    /** Gives jobs to the workers that are free. */
    private void fill() {
        boolean looked = false;
        while (!stopped && workers.free() > 0) {
            if (waiting.ageMillis() > FRESH_MILLIS) {
                look();
                looked = true;
            }
            Optional<Candidate> next = waiting.take(choice, workers.byTenant());
            if (next.isPresent()) {
                claim(next.get());
            } else if (looked) {
                return;
            } else {
                look();
                looked = true;
            }
        }
    }

    private void look() {
        waiting = await(Uni.combine()
                .all()
                .unis(scheduler.waiting(), scheduler.running())
                .with(Waiting::new));
    }

    private void claim(Candidate candidate) {
        alone(candidate.tenant(), candidate.job(), () -> {
            Optional<Claim> claim = await(leases.claim(candidate.tenant(), candidate.job(), name));
            claim.ifPresent(taken -> workers.start(new Run(taken, await(past.of(taken.caller(), taken.shapeHash())))));
        });
    }

    /** Does something for one job. A fault that is the job's own, and not one of the database as a whole, stops no other. */
    private void alone(Tenant tenant, UUID job, Runnable work) {
        try {
            work.run();
        } catch (ProblemException e) {
            if (e.type().kind() != ProblemType.Kind.INTERNAL) {
                throw e;
            }
            if (faulty.size() < MOST_TOLD && faulty.add(job)) {
                LOG.errorf(e, "job %s of %s can't be taken; others can", job, tenant);
            }
        }
    }

    private void takeOver() {
        if (System.nanoTime() - swept < config.sweepEvery().toNanos()) {
            return;
        }
        swept = System.nanoTime();
        for (SchedulerRepository.Expired lost : await(scheduler.expired(config.lease()))) {
            alone(lost.tenant(), lost.job(), () -> takeOver(lost));
        }
    }

    private void takeOver(SchedulerRepository.Expired lost) {
        if (await(leases.takeOver(lost.tenant(), lost.job(), lost.fence()))) {
            meter.takenOver();
            LOG.warnf("job %s of %s: its worker gave no sign of life", lost.job(), lost.tenant());
        }
    }

    private void away(RuntimeException failure) {
        if (!away) {
            away = true;
            LOG.warnf(failure, "Jobs can't be taken just now; that is tried again every %s", config.sweepEvery());
        }
        try {
            Thread.sleep(config.sweepEvery());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    private void back() {
        if (away) {
            away = false;
            LOG.info("Jobs can be taken again");
        }
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
