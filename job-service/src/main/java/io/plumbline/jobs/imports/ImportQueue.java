package io.plumbline.jobs.imports;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs imports in the order of their arrival: one at a time for each tenant, a few at once in all. At the start it goes
 * on with what the spool still holds.
 */
@ApplicationScoped
public class ImportQueue {
    private static final int BEAT_SECONDS = 60;

    private final Spool spool;
    private final ImportWorker worker;
    private final ExecutorService threads;
    private final int parallel;
    private final Deque<ImportTicket> waiting = new ArrayDeque<>();
    private final Set<Tenant> busy = new HashSet<>();
    private final Map<UUID, ImportTicket> known = new HashMap<>();
    private final ScheduledExecutorService heartbeat;
    private ScheduledFuture<?> beats;
    private boolean stopped;

    ImportQueue(Spool spool, ImportWorker worker, ImportSettings settings, MeterRegistry meters) {
        this.spool = spool;
        this.worker = worker;
        this.parallel = settings.parallel();
        this.threads = Executors.newFixedThreadPool(
                parallel, Thread.ofPlatform().daemon().name("import-", 0).factory());
        this.heartbeat = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("import-heartbeat").factory());
        Gauge.builder("plumbline.import.queue.length", this, ImportQueue::length)
                .description("Imports that wait for their turn")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        spool.waiting().forEach(this::add);
        beats = heartbeat.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        synchronized (this) {
            stopped = true;
        }
        worker.stop();
        if (beats != null) {
            beats.cancel(false);
        }
        heartbeat.shutdownNow();
        threads.shutdownNow();
    }

    /** Adds an import; one that is known already is not added twice. */
    synchronized void add(ImportTicket ticket) {
        if (known.putIfAbsent(ticket.id(), ticket) == null) {
            waiting.add(ticket);
            dispatch();
        }
    }

    /** The imports that wait. */
    synchronized int length() {
        return waiting.size();
    }

    /** Shows that what waits or runs here is not forgotten. */
    private void beat() {
        List<ImportTicket> alive;
        synchronized (this) {
            alive = List.copyOf(known.values());
        }
        alive.forEach(worker::touch);
    }

    private void dispatch() {
        Iterator<ImportTicket> next = waiting.iterator();
        while (!stopped && busy.size() < parallel && next.hasNext()) {
            ImportTicket ticket = next.next();
            if (busy.add(ticket.tenant())) {
                next.remove();
                threads.execute(() -> run(ticket));
            }
        }
    }

    private void run(ImportTicket ticket) {
        try {
            worker.run(ticket);
        } finally {
            ended(ticket);
        }
    }

    private synchronized void ended(ImportTicket ticket) {
        known.remove(ticket.id());
        busy.remove(ticket.tenant());
        dispatch();
    }
}
