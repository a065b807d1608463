package io.plumbline.load.chaos;

import io.plumbline.load.Stack;
import io.plumbline.load.chaos.check.JobKey;
import io.plumbline.load.faults.Processes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks twice a second at what would be forgotten: until when each lease is, and how many workers were fenced off, which a
 * process takes with it when it is killed.
 */
final class Looker implements AutoCloseable {
    private static final long EVERY_MILLIS = 500;

    private static final String COUNTS = """
            SELECT count(*) FILTER (WHERE state IN ('queued', 'running')) AS waiting,
                count(*) FILTER (WHERE state NOT IN ('queued', 'running')) AS ended,
                count(*) AS jobs
            FROM jobs.analytics_jobs WHERE label LIKE ?""";

    private static final String LEASES = """
            SELECT tenant_id, job_id, fence, lease_until, leased_by FROM jobs.analytics_jobs WHERE state = 'running'""";

    private final Stack stack;
    private final String labels;
    private final Metrics metrics;
    private final Map<Lease, Instant> leases = new ConcurrentHashMap<>();
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("looker").factory());
    private Connection connection;
    private volatile Counts counts = new Counts(0, 0, 0);
    private volatile Map<Long, Integer> running = Map.of();
    private volatile boolean blind;

    /** How many jobs of the run there are. */
    record Counts(int waiting, int ended, int jobs) {}

    /** What a claim gives. */
    record Lease(JobKey job, long fence) {}

    Looker(Stack stack, Processes processes, String run) {
        this.stack = stack;
        this.labels = run + " %";
        this.metrics = new Metrics(processes);
    }

    void start() {
        var unused = turns.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    Counts counts() {
        return counts;
    }

    /** How many jobs a process runs. */
    int running(long pid) {
        return running.getOrDefault(pid, 0);
    }

    /** Whether the database could not be looked at the last time. */
    boolean isBlind() {
        return blind;
    }

    Map<Lease, Instant> leases() {
        return Map.copyOf(leases);
    }

    Metrics metrics() {
        return metrics;
    }

    @Override
    public void close() {
        turns.shutdownNow();
    }

    private void look() {
        metrics.look();
        try {
            if (connection == null || !connection.isValid(1)) {
                connection = stack.superuser();
            }
            lookAtCounts();
            lookAtLeases();
            blind = false;
        } catch (SQLException | RuntimeException e) {
            blind = true;
        }
    }

    private void lookAtCounts() throws SQLException {
        try (var statement = connection.prepareStatement(COUNTS)) {
            statement.setQueryTimeout(2);
            statement.setString(1, labels);
            try (var found = statement.executeQuery()) {
                found.next();
                counts = new Counts(found.getInt("waiting"), found.getInt("ended"), found.getInt("jobs"));
            }
        }
    }

    private void lookAtLeases() throws SQLException {
        Map<Long, Integer> byProcess = new HashMap<>();
        try (var statement = connection.prepareStatement(LEASES)) {
            statement.setQueryTimeout(2);
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    var job = new JobKey(found.getString(1), found.getObject(2, UUID.class));
                    leases.put(
                            new Lease(job, found.getLong(3)),
                            found.getObject(4, OffsetDateTime.class).toInstant());
                    byProcess.merge(pid(found.getString(5)), 1, Integer::sum);
                }
            }
        }
        running = byProcess;
    }

    /** Workers are called host/pid/chance. */
    private static long pid(String worker) {
        String[] parts = worker.split("/", -1);
        return parts.length == 3 ? Long.parseLong(parts[1]) : -1;
    }
}
