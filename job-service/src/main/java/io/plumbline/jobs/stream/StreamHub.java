package io.plumbline.jobs.stream;

import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** All streams of this instance. Looks at the table for them, one statement for all of a tenant. */
@ApplicationScoped
public class StreamHub {
    private static final Logger LOG = Logger.getLogger(StreamHub.class);
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Reading log;
    private final StreamSettings settings;
    private final Map<Tenant, Set<JobStream>> streams = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Looks looks = new Looks(this::look);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("job-streams").factory());
    private volatile boolean ending;
    private volatile boolean blind;
    private long lookedAt = System.nanoTime();

    /** Reads what is behind positions of one tenant's jobs; those of jobs that are not there have no entry. */
    interface Reading {
        Uni<Map<Position, News>> read(Tenant tenant, Collection<Position> positions);
    }

    @Inject
    StreamHub(JobLog log, StreamSettings settings) {
        this(log::read, settings);
    }

    StreamHub(Reading log, StreamSettings settings) {
        this.log = log;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        var unused = clock.scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    void leaving(@Observes ShutdownDelayInitiatedEvent event) {
        sendAway();
    }

    void stop(@Observes ShutdownEvent event) {
        sendAway();
        clock.shutdownNow();
    }

    /** How many clients listen. */
    public int open() {
        return open.get();
    }

    /**
     * A stream that begins when it is subscribed to.
     *
     * @param cut breaks the client's connection
     * @throws ProblemException (503) where too many are open
     */
    JobStream open(Visit visit, Runnable cut) {
        if (open.incrementAndGet() > settings.most()) {
            open.decrementAndGet();
            throw tooMany();
        }
        JobStream stream = new JobStream(
                visit, new JobStream.Listening(one -> looks.wake(one.visit().tenant()), this::remove), cut);
        int[] count = new int[1];
        streams.compute(visit.tenant(), (_, present) -> {
            Set<JobStream> set = present == null ? ConcurrentHashMap.newKeySet() : present;
            set.add(stream);
            count[0] = set.size();
            return set;
        });
        if (count[0] > settings.mostOfTenant()) {
            remove(stream);
            throw tooMany();
        }
        if (ending) {
            stream.reconnect();
        }
        return stream;
    }

    /** Something may have happened to a job. */
    void hint(Tenant tenant, UUID job) {
        boolean heard = false;
        for (JobStream stream : streams.getOrDefault(tenant, Set.of())) {
            if (stream.visit().job().equals(job)) {
                stream.newsAhead();
                heard = true;
            }
        }
        if (heard) {
            looks.wake(tenant);
        }
    }

    private void remove(JobStream stream) {
        streams.computeIfPresent(stream.visit().tenant(), (_, set) -> {
            if (set.remove(stream)) {
                open.decrementAndGet();
            }
            return set.isEmpty() ? null : set;
        });
    }

    private void tick() {
        try {
            streams.values().forEach(set -> set.forEach(stream -> stream.tick(settings)));
            if (System.nanoTime() - lookedAt >= settings.every().toNanos()) {
                lookedAt = System.nanoTime();
                streams.keySet().forEach(looks::wake);
            }
        } catch (RuntimeException e) {
            LOG.error("A turn of the job streams failed", e);
        }
    }

    private void sendAway() {
        ending = true;
        streams.values().forEach(set -> set.forEach(JobStream::reconnect));
    }

    private void look(Tenant tenant, Runnable done) {
        Map<JobStream, Position> wanted = new HashMap<>();
        for (JobStream stream : streams.getOrDefault(tenant, Set.of())) {
            Position position = stream.wanted();
            if (position != null) {
                wanted.put(stream, position);
            }
        }
        if (wanted.isEmpty()) {
            done.run();
            return;
        }
        log.read(tenant, new LinkedHashSet<>(wanted.values()))
                .onTermination()
                .invoke(done)
                .subscribe()
                .with(
                        news -> {
                            blind = false;
                            wanted.forEach((stream, position) -> stream.read(position, news.get(position)));
                        },
                        this::failed);
    }

    private void failed(Throwable failure) {
        if (!blind) {
            blind = true;
            LOG.warnf("Job streams can't read the database and send heartbeats only: %s", failure.getMessage());
        }
    }

    private static ProblemException tooMany() {
        return new ProblemException(
                        StreamProblem.TOO_MANY_STREAMS,
                        "Close streams that nobody watches, or ask GET /analytics/jobs/{id} now and then instead.")
                .withRetryAfter(RETRY);
    }
}
