package io.plumbline.jobs.work;

import io.plumbline.jobs.progress.Progress;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks after what runs here, on a thread of its own: gives signs of life, sees whether an end is wanted, tells how far each
 * job is. A job whose rows come no further gets no sign of life from it: it is given up.
 */
@ApplicationScoped
public class Watch {
    private static final Logger LOG = Logger.getLogger(Watch.class);
    /** So much further is worth telling, and so long nothing is told at most. */
    private static final double STEP = 0.01;

    private static final long TELL_AFTER_MILLIS = 500;
    private static final long TELL_WITHIN_MILLIS = 2_000;

    private final Workers workers;
    private final LeaseRepository leases;
    private final WorkConfig config;
    private final Map<Run, Watched> known = new ConcurrentHashMap<>();
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("job-watch").factory());

    Watch(Workers workers, LeaseRepository leases, WorkConfig config) {
        this.workers = workers;
        this.leases = leases;
        this.config = config;
    }

    /** What was done for a run so far. */
    private static final class Watched {
        private long renewed = System.nanoTime();
        private long told = System.nanoTime();
        private double fraction;
        private long rows;
        private volatile boolean busy;
    }

    void start(@Observes StartupEvent event) {
        long every = config.watchEvery().toMillis();
        var unused = turns.scheduleAtFixedRate(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        turns.shutdownNow();
    }

    private void look() {
        try {
            var running = workers.running();
            known.keySet().retainAll(running);
            running.forEach(this::look);
        } catch (RuntimeException e) {
            LOG.warn("running jobs could not be looked after", e);
        }
    }

    private void look(Run run) {
        Watched watched = known.computeIfAbsent(run, _ -> new Watched());
        if (watched.busy || run.stopped().isPresent()) {
            return;
        }
        if (run.standstill().compareTo(config.stall()) > 0) {
            run.stop(Stop.STALLED);
            return;
        }
        watched.busy = true;
        sign(run, watched)
                .flatMap(wanted -> heed(run, wanted)
                        ? tell(run, watched)
                        : Uni.createFrom().voidItem())
                .onTermination()
                .invoke(() -> watched.busy = false)
                .subscribe()
                .with(
                        _ -> {},
                        failure -> LOG.debugf(
                                failure, "job %s: no sign of life", run.claim().job()));
    }

    private Uni<Optional<Boolean>> sign(Run run, Watched watched) {
        long now = System.nanoTime();
        if (now - watched.renewed < config.heartbeat().toNanos()) {
            return leases.look(run.claim());
        }
        return leases.renew(run.claim()).invoke(_ -> watched.renewed = now);
    }

    /** Whether the run goes on. */
    private static boolean heed(Run run, Optional<Boolean> endWanted) {
        if (endWanted.isEmpty()) {
            run.stop(Stop.FENCED);
            return false;
        }
        if (endWanted.get()) {
            run.stop(Stop.CANCELLED);
            return false;
        }
        return true;
    }

    private Uni<Void> tell(Run run, Watched watched) {
        Progress progress = run.progress();
        long since = Duration.ofNanos(System.nanoTime() - watched.told).toMillis();
        boolean further = progress.fraction() >= watched.fraction + STEP || progress.rows() > watched.rows;
        if (since < TELL_AFTER_MILLIS || (!further && since < TELL_WITHIN_MILLIS)) {
            return Uni.createFrom().voidItem();
        }
        watched.told = System.nanoTime();
        watched.fraction = progress.fraction();
        watched.rows = progress.rows();
        return leases.tell(run.claim(), progress).replaceWithVoid();
    }
}
