package io.plumbline.jobs.work;

import io.plumbline.spec.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The workers of this process and what they run now. */
@ApplicationScoped
public class Workers {
    private final Attempts attempts;
    private final int most;
    private final ExecutorService threads;
    private final Set<Run> running = new HashSet<>();
    private Runnable freed = () -> {};
    private boolean ending;

    Workers(Attempts attempts, WorkConfig config) {
        this.attempts = attempts;
        this.most = config.workers();
        this.threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("job-worker-", 0).factory());
    }

    /** What to do when a worker has become free. */
    void whenFree(Runnable action) {
        freed = action;
    }

    /** How many workers have nothing to do. */
    synchronized int free() {
        return ending ? 0 : most - running.size();
    }

    /** What runs now. */
    synchronized List<Run> running() {
        return List.copyOf(running);
    }

    /** How many jobs of each tenant run here. */
    synchronized Map<Tenant, Integer> byTenant() {
        Map<Tenant, Integer> count = new HashMap<>();
        running.forEach(run -> count.merge(run.claim().caller().tenant(), 1, Integer::sum));
        return count;
    }

    /** Gives a job to a worker. */
    void start(Run run) {
        synchronized (this) {
            running.add(run);
            if (ending) {
                run.stop(Stop.RELEASED);
            }
        }
        threads.execute(() -> work(run));
    }

    private void work(Run run) {
        try {
            attempts.run(run);
        } finally {
            synchronized (this) {
                running.remove(run);
                notifyAll();
            }
            freed.run();
        }
    }

    /** Lets all jobs go; none is begun any more. */
    void release() {
        List<Run> last;
        synchronized (this) {
            ending = true;
            last = List.copyOf(running);
        }
        last.forEach(run -> run.stop(Stop.RELEASED));
    }

    /** Waits until nothing runs any more; false where something still does. */
    synchronized boolean awaitEnd(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toMillis();
                    !running.isEmpty() && left > 0;
                    left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return running.isEmpty();
    }
}
